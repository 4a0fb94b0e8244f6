/** Words and what is counted of them: the ground that intents and languages stand on. */
@NullMarked
package dev.shopbell.nlu.text;

import org.jspecify.annotations.NullMarked;
