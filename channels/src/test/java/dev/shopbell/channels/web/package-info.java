/** Specification of the package of the same name. */
@NullMarked
package dev.shopbell.channels.web;

import org.jspecify.annotations.NullMarked;
