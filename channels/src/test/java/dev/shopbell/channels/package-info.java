/** The channels' specification: recorded deliveries first. */
@NullMarked
package dev.shopbell.channels;

import org.jspecify.annotations.NullMarked;
