package dev.shopbell.nlu.entity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** Reads spans of time: "three days", "2 hours and 30 minutes", "una hora y media", "an hour and a half". */
final class Spans {
    private static final int MOST = 9_999;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Reading reading;
    private final Numerals numerals;

    Spans(Reading reading, Numerals numerals) {
        this.reading = reading;
        this.numerals = numerals;
    }

    /**
     * @param iso ISO 8601: {@code P3D}, {@code P2W}, {@code PT1H30M}
     * @param end the token after the words
     */
    record Span(Period days, Duration time, String iso, int start, int end) {
        boolean wholeDays() {
            return time.isZero();
        }
    }

    /** @param article whether "a" may stand for one, as in "in a week" but not in "have a nice day" */
    @Nullable
    Span read(int at, boolean article) {
        var said = reading.match(at, Kind.SPAN);
        if (said != null) {
            return said(said, at);
        }
        var first = part(at, article);
        if (first == null) {
            return null;
        }
        var next = part(reading.skip(reading.skip(first.end(), Kind.AND), Kind.PLUS), article);
        return next == null || next.wholeDays() != first.wholeDays()
                ? first
                : span(first.days().plus(next.days()), first.time().plus(next.time()), at, next.end());
    }

    private static Span said(Reading.Match said, int at) {
        var iso = said.value();
        return iso.contains("T")
                ? new Span(Period.ZERO, Duration.parse(iso), iso, at, said.end())
                : new Span(Period.parse(iso), Duration.ZERO, iso, at, said.end());
    }

    private @Nullable Span part(int at, boolean article) {
        var number = article ? numerals.count(at) : numerals.read(at, false);
        if (number == null || number.value().compareTo(BigDecimal.valueOf(MOST)) > 0) {
            return null;
        }
        var value = number.value();
        var half = reading.match(number.end(), Kind.HALF_MORE);
        var unit = reading.match(half == null ? number.end() : half.end(), Kind.UNIT);
        if (unit == null || value.signum() == 0) {
            return null;
        }
        var halfAfter = half == null ? reading.match(unit.end(), Kind.HALF_MORE) : null;
        var end = halfAfter == null ? unit.end() : halfAfter.end();
        return of(half == null && halfAfter == null ? value : value.add(HALF), unit.value(), at, end);
    }

    private static @Nullable Span of(BigDecimal value, String unit, int at, int end) {
        var whole = value.intValue();
        var fraction = value.subtract(BigDecimal.valueOf(whole));
        return switch (unit) {
            case "minute" -> span(Period.ZERO, minutes(value, 1), at, end);
            case "hour" -> span(Period.ZERO, minutes(value, 60), at, end);
            case "day" -> span(Period.ofDays(whole), minutes(fraction, 24 * 60), at, end);
            case "week" ->
                fraction.signum() == 0
                        ? new Span(Period.ofWeeks(whole), Duration.ZERO, "P" + whole + "W", at, end)
                        : null;
            case "month" -> fraction.signum() == 0 ? span(Period.ofMonths(whole), Duration.ZERO, at, end) : null;
            case "year" -> fraction.signum() == 0 ? span(Period.ofYears(whole), Duration.ZERO, at, end) : null;
            default -> null;
        };
    }

    private static Duration minutes(BigDecimal value, int each) {
        return Duration.ofMinutes(value.multiply(BigDecimal.valueOf(each)).longValue());
    }

    private static Span span(Period days, Duration time, int at, int end) {
        var iso = days.isZero()
                ? time.toString()
                : days + (time.isZero() ? "" : time.toString().substring(1));
        return new Span(days, time, iso, at, end);
    }
}
