/**
 * Understanding: text, locale and hints in, {@link dev.shopbell.conversation.Understanding} out. The same library serves
 * behind the function's handler and behind {@code ./bot nlu}.
 */
@NullMarked
package dev.shopbell.nlu;

import org.jspecify.annotations.NullMarked;
