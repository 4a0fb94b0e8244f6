/** The chat page as a customer sees it, in a real browser. */
@NullMarked
package dev.shopbell.browser;

import org.jspecify.annotations.NullMarked;
