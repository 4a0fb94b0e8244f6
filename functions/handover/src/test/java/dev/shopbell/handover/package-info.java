/** Tests of the handover. */
@NullMarked
package dev.shopbell.handover;

import org.jspecify.annotations.NullMarked;
