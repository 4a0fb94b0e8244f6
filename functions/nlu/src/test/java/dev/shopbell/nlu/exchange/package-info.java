@NullMarked
package dev.shopbell.nlu.exchange;

import org.jspecify.annotations.NullMarked;
