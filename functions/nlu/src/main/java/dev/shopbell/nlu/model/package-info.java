/** What a trained model consists of, and how it is applied and stored. Nothing here trains. */
@NullMarked
package dev.shopbell.nlu.model;

import org.jspecify.annotations.NullMarked;
