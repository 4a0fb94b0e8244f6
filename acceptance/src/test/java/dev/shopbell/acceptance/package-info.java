/**
 * The whole thing from outside: {@code ./bot up} as a child process, signed deliveries in, an outside provider that is
 * played by the test. Nothing here knows a class of Shopbell's.
 */
@NullMarked
package dev.shopbell.acceptance;

import org.jspecify.annotations.NullMarked;
