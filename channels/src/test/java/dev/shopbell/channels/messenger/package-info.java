/** Specification of the package of the same name. */
@NullMarked
package dev.shopbell.channels.messenger;

import org.jspecify.annotations.NullMarked;
