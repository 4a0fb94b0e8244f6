@NullMarked
package dev.shopbell.nlu.knowledge;

import org.jspecify.annotations.NullMarked;
