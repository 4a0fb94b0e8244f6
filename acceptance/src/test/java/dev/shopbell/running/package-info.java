/** {@code ./bot} as child processes: the one way in which tests start it. */
@NullMarked
package dev.shopbell.running;

import org.jspecify.annotations.NullMarked;
