/**
 * The rules of the road, the same for every channel: who may be written to, when, and how fast. Each channel's own numbers stand in
 * a table here, with the page they come from.
 */
@NullMarked
package dev.shopbell.channels.road;

import org.jspecify.annotations.NullMarked;
