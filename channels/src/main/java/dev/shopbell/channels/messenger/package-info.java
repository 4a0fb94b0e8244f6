/** Messenger's dialect. */
@NullMarked
package dev.shopbell.channels.messenger;

import org.jspecify.annotations.NullMarked;
