/** Tests of the rules of the road. */
@NullMarked
package dev.shopbell.channels.road;

import org.jspecify.annotations.NullMarked;
