/** Tests of the dialogue, over the bakery's own files. */
@NullMarked
package dev.shopbell.dialogue;

import org.jspecify.annotations.NullMarked;
