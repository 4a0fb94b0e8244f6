/** Tests of the counters. */
@NullMarked
package dev.shopbell.analytics;

import org.jspecify.annotations.NullMarked;
