/** Specification of the package of the same name. */
@NullMarked
package dev.shopbell.channels.awssms;

import org.jspecify.annotations.NullMarked;
