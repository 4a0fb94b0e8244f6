/** What invokes functions by itself: queues, table streams, schedules. */
@NullMarked
package dev.shopbell.local.source;

import org.jspecify.annotations.NullMarked;
