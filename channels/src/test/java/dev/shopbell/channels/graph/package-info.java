/** Specification of the package of the same name. */
@NullMarked
package dev.shopbell.channels.graph;

import org.jspecify.annotations.NullMarked;
