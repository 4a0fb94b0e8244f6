package dev.shopbell.nlu.entity;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Writes moments down in ISO 8601, to the minute. */
final class Values {
    private Values() {}

    /** {@code 2026-11-26T10:00+01:00}. */
    static String of(ZonedDateTime at) {
        return at.truncatedTo(ChronoUnit.MINUTES).toOffsetDateTime().toString();
    }

    /** {@code 10:00}. */
    static String of(LocalTime time) {
        return time.truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
