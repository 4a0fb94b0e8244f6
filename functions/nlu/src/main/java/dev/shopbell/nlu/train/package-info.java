/** Learns a model from examples. Deterministic: the same rows give the same bytes. */
@NullMarked
package dev.shopbell.nlu.train;

import org.jspecify.annotations.NullMarked;
