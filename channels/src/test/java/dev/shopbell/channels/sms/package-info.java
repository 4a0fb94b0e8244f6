/** Specification of the package of the same name. */
@NullMarked
package dev.shopbell.channels.sms;

import org.jspecify.annotations.NullMarked;
