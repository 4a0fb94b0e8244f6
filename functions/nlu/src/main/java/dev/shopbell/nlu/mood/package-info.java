/** How a customer feels, by rules that can be read. */
@NullMarked
package dev.shopbell.nlu.mood;

import org.jspecify.annotations.NullMarked;
