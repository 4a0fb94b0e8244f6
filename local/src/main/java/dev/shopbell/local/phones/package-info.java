/** The page of phones: a customer on every channel, side by side in a browser, over the simulated platforms. */
@NullMarked
package dev.shopbell.local.phones;

import org.jspecify.annotations.NullMarked;
