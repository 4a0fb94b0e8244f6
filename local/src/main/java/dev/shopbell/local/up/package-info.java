/** The commands that start, show and wire everything. */
@NullMarked
package dev.shopbell.local.up;

import org.jspecify.annotations.NullMarked;
