package dev.shopbell.nlu.entity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads moments counted from now: "in 2 weeks", "vor drei Tagen", "dans deux heures", "in 3 working days". Hours are hours
 * passed, whatever the clocks do that night.
 */
final class RelativeMoments {
    private static final int MOST_WORKING_DAYS = 365;
    private static final int MOST_YEARS = 100;

    private final Reading reading;
    private final Numerals numerals;
    private final Spans spans;
    private final Situation situation;

    RelativeMoments(Reading reading, Numerals numerals, Spans spans, Situation situation) {
        this.reading = reading;
        this.numerals = numerals;
        this.spans = spans;
        this.situation = situation;
    }

    /**
     * @param exact whether a time of day is meant, not a day
     * @param end the token after the words
     */
    record Moment(ZonedDateTime at, boolean exact, int start, int end) {}

    @Nullable
    Moment read(int at) {
        var in = reading.match(at, Kind.IN);
        var ago = reading.match(at, Kind.AGO);
        if (in != null || ago != null) {
            var start = in != null ? in.end() : ago == null ? at : ago.end();
            var working = in == null ? null : inWorkingDays(start, at);
            var span = working != null ? null : spans.read(start, true);
            return span == null ? working : moment(span, in != null ? 1 : -1, at, span.end());
        }
        if (!mayBegin(at)) {
            return null;
        }
        var span = spans.read(at, true);
        if (span == null) {
            return null;
        }
        var later = reading.match(span.end(), Kind.IN_AFTER);
        var earlier = reading.match(span.end(), Kind.AGO_AFTER);
        if (later != null) {
            return moment(span, 1, at, later.end());
        }
        return earlier == null ? null : moment(span, -1, at, earlier.end());
    }

    private boolean mayBegin(int at) {
        return reading.token(at).type() == Token.Type.DIGITS
                || reading.has(at, Kind.NUMBER)
                || reading.has(at, Kind.ARTICLE)
                || reading.has(at, Kind.SPAN);
    }

    private @Nullable Moment moment(Spans.Span span, int direction, int start, int end) {
        var days = span.days().multipliedBy(direction);
        var time = span.time().multipliedBy(direction);
        var then = situation.now().plus(days).plus(time);
        // A century away is no appointment but a joke.
        return Math.abs(then.getYear() - situation.now().getYear()) > MOST_YEARS
                ? null
                : new Moment(then, !span.wholeDays(), start, end);
    }

    private @Nullable Moment inWorkingDays(int at, int start) {
        var count = numerals.count(at);
        if (count == null) {
            return null;
        }
        var before = reading.match(count.end(), Kind.WORKING);
        var unit = reading.match(before == null ? count.end() : before.end(), Kind.UNIT);
        var after = unit == null || before != null ? before : reading.match(unit.end(), Kind.WORKING);
        var days = count.whole(1, MOST_WORKING_DAYS);
        if (unit == null || after == null || days < 0 || !unit.value().equals("day")) {
            return null;
        }
        var date = plusWorkingDays(situation.today(), days);
        var moved = situation.now().plusDays(ChronoUnit.DAYS.between(situation.today(), date));
        return new Moment(moved, false, start, Math.max(unit.end(), after.end()));
    }

    /** Monday to Friday; holidays are not known here. */
    private static LocalDate plusWorkingDays(LocalDate from, int days) {
        var date = from;
        for (var left = days; left > 0; ) {
            date = date.plusDays(1);
            if (date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                left--;
            }
        }
        return date;
    }
}
