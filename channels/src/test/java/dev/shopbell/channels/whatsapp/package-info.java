/** Specification of the package of the same name. */
@NullMarked
package dev.shopbell.channels.whatsapp;

import org.jspecify.annotations.NullMarked;
