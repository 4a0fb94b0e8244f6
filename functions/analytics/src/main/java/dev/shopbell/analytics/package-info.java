/**
 * What the owner sees: turns of the table stream, added up by hour, channel, intent and outcome, exactly once, and
 * response times as histograms. Nothing waits for it.
 */
@NullMarked
package dev.shopbell.analytics;

import org.jspecify.annotations.NullMarked;
