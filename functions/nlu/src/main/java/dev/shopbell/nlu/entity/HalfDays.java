package dev.shopbell.nlu.entity;

import java.time.LocalTime;

/**
 * Which half of the day is meant. An hour from 1 to 6 without more said is taken for the afternoon ("at 5" is 17:00): shops
 * are asked about their opening hours, and few are open at night.
 */
final class HalfDays {
    private static final int FIRST_MORNING_HOUR = 7;
    private static final int HALF = 12;
    private static final int DAY = 24;
    private static final int EVENING = 6;

    private HalfDays() {}

    static LocalTime assume(int hour, int minute) {
        return LocalTime.of((hour > 0 && hour < FIRST_MORNING_HOUR ? hour + HALF : hour) % DAY, minute);
    }

    /** @param part {@code am}, {@code pm}, {@code morning}, {@code afternoon}, {@code evening} or {@code night} */
    static LocalTime in(String part, int hour, int minute) {
        if (hour > HALF) {
            return LocalTime.of(hour % DAY, minute);
        }
        var late =
                switch (part) {
                    case "am", "morning" -> false;
                    case "night" -> hour >= EVENING && hour < HALF;
                    default -> true;
                };
        return LocalTime.of(hour % HALF + (late ? HALF : 0), minute);
    }

    /** A time moved into the half of the day that a part of it names: 05:00 "in the evening" is 17:00. */
    static LocalTime on(String part, LocalTime time) {
        var hour = time.getHour() > HALF ? time.getHour() - HALF : time.getHour();
        return in(part, hour, time.getMinute());
    }

    /** The first such hour of a day's two that comes after another. */
    static LocalTime next(int hour, LocalTime after) {
        var early = LocalTime.of(hour % DAY, 0);
        return hour > HALF || hour == 0 || early.isAfter(after) ? early : early.plusHours(HALF);
    }
}
