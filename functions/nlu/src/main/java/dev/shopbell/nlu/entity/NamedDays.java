package dev.shopbell.nlu.entity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * Reads days by their names: "Sunday", "next Friday", "viernes 27", "Dienstag nächster Woche", "this weekend", "next month".
 * A weekday is the next one to come, today included; "next Friday" is the first Friday after today. The next week is
 * Monday to Sunday after this one; the next weekend is the first to begin after today.
 */
final class NamedDays {
    private static final int NEVER = 0;
    private static final int THIS = 1;
    private static final int NEXT = 2;
    private static final int LAST = 3;

    private final Reading reading;
    private final CalendarDays calendar;
    private final Situation situation;

    NamedDays(Reading reading, CalendarDays calendar, Situation situation) {
        this.reading = reading;
        this.calendar = calendar;
        this.situation = situation;
    }

    /**
     * @param which one of the constants
     * @param end the token after the word
     */
    private record Which(int which, int end) {}

    /** @param from the day that "next to come" is counted from */
    @Nullable
    Days read(int at, LocalDate from) {
        var before = which(at);
        var day = reading.match(before.end(), Kind.DAY);
        return day == null ? dayOfStretch(at, before) : weekday(at, before, day, from);
    }

    private Which which(int at) {
        if (reading.has(at, Kind.NEXT)) {
            return new Which(NEXT, reading.skip(at, Kind.NEXT));
        }
        if (reading.has(at, Kind.LAST)) {
            return new Which(LAST, reading.skip(at, Kind.LAST));
        }
        return reading.has(at, Kind.THIS) ? new Which(THIS, reading.skip(at, Kind.THIS)) : new Which(NEVER, at);
    }

    private Which whichAfter(int at) {
        if (reading.has(at, Kind.NEXT_AFTER)) {
            return new Which(NEXT, reading.skip(at, Kind.NEXT_AFTER));
        }
        return reading.has(at, Kind.LAST_AFTER)
                ? new Which(LAST, reading.skip(at, Kind.LAST_AFTER))
                : new Which(NEVER, at);
    }

    private @Nullable Days weekday(int at, Which before, Reading.Match name, LocalDate from) {
        var day = DayOfWeek.of(name.number());
        var explicit = withDate(at, day, name.end(), from);
        if (explicit != null) {
            return explicit;
        }
        var week = week(reading.skip(reading.skip(reading.skip(name.end(), ','), Kind.OF), Kind.THE));
        if (week != null) {
            return Days.one(week.first().with(TemporalAdjusters.nextOrSame(day)), at, week.end());
        }
        var after = before.which() == NEVER ? whichAfter(name.end()) : new Which(before.which(), name.end());
        var today = situation.today();
        var date =
                switch (after.which()) {
                    case NEXT -> today.with(TemporalAdjusters.next(day));
                    case LAST -> today.with(TemporalAdjusters.previous(day));
                    default -> from.with(TemporalAdjusters.nextOrSame(day));
                };
        return new Days(date, date, at, after.end(), name.weak() && after.which() == NEVER);
    }

    /** "Friday 27th", "lunes, 3 de mayo": the date says more than the name. A bare number must fall on that day. */
    private @Nullable Days withDate(int at, DayOfWeek day, int end, LocalDate from) {
        var next = reading.skip(reading.skip(reading.skip(reading.skip(end, '.'), ','), Kind.ON), Kind.THE);
        var date = calendar.read(next, from);
        if (date != null) {
            return Days.one(date.first(), at, date.end());
        }
        var number = calendar.dayNumber(reading.skip(next, Kind.ON_NTH));
        if (number == null || reading.token(number.end()).is(':') || reading.has(number.end(), Kind.HALF_DAY)) {
            return null;
        }
        var candidate = CalendarDays.ofMonth(number.number(), from);
        return candidate.getDayOfWeek() == day ? Days.one(candidate, at, number.end()) : null;
    }

    private @Nullable Days dayOfStretch(int at, Which before) {
        var stretch = stretch(at, before);
        if (stretch == null || stretch.single()) {
            return stretch;
        }
        var day = reading.match(reading.skip(reading.skip(stretch.end(), ','), Kind.ON), Kind.DAY);
        return day == null || !isWeek(stretch)
                ? stretch
                : Days.one(
                        stretch.first().with(TemporalAdjusters.nextOrSame(DayOfWeek.of(day.number()))), at, day.end());
    }

    private static boolean isWeek(Days days) {
        return days.first().plusDays(6).equals(days.last());
    }

    private @Nullable Days week(int at) {
        var stretch = stretch(at, which(at));
        return stretch != null && isWeek(stretch) ? stretch : null;
    }

    private @Nullable Days stretch(int at, Which before) {
        var weekend = reading.match(before.end(), Kind.WEEKEND);
        var unit = reading.match(before.end(), Kind.UNIT);
        var word = weekend != null ? weekend : unit;
        if (word == null) {
            return null;
        }
        var which = before.which() == NEVER ? whichAfter(word.end()) : new Which(before.which(), word.end());
        if (weekend != null) {
            return weekend(at, which);
        }
        return which.which() == NEVER ? null : unit(word.value(), at, which);
    }

    private Days weekend(int at, Which which) {
        var today = situation.today();
        var saturday =
                switch (which.which()) {
                    case NEXT -> today.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
                    case LAST ->
                        today.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY)).minusDays(1);
                    default ->
                        today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                                .minusDays(1);
                };
        return new Days(saturday, saturday.plusDays(1), at, which.end(), false);
    }

    private @Nullable Days unit(String unit, int at, Which which) {
        var steps = which.which() == NEXT ? 1 : which.which() == LAST ? -1 : 0;
        var today = situation.today();
        var monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(steps);
        var month = today.withDayOfMonth(1).plusMonths(steps);
        var year = today.withDayOfYear(1).plusYears(steps);
        return switch (unit) {
            case "week" -> new Days(monday, monday.plusDays(6), at, which.end(), false);
            case "month" -> new Days(month, month.plusMonths(1).minusDays(1), at, which.end(), false);
            case "year" -> new Days(year, year.plusYears(1).minusDays(1), at, which.end(), false);
            default -> null;
        };
    }
}
