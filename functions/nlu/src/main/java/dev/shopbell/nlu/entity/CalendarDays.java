package dev.shopbell.nlu.entity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads days by their number: "24/12", "3 May 2027", "December 24th", "the 3rd". Without a year it is the next one to come.
 *
 * <p>Of 3/4 nobody can tell whether it is the 3rd of April or the 4th of March. The rule: whichever is a date, if only one is;
 * the month first where the shop's country writes it so; the day first everywhere else, and always with points or hyphens.
 */
final class CalendarDays {
    /** Countries that write the month first. Source: CLDR, short date patterns of these territories. */
    private static final Set<String> MONTH_FIRST = Set.of("US", "PH", "PR", "GU", "VI", "AS", "MP", "FM", "PW", "MH");

    private static final int MOST_DAYS = 31;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final Reading reading;
    private final Numerals numerals;
    private final Situation situation;

    CalendarDays(Reading reading, Numerals numerals, Situation situation) {
        this.reading = reading;
        this.numerals = numerals;
        this.situation = situation;
    }

    /** @param from the day that "next to come" is counted from */
    @Nullable
    Days read(int at, LocalDate from) {
        var days = iso(at);
        days = days != null ? days : numeric(at, from);
        days = days != null ? days : dayMonth(at, from);
        return days != null ? days : monthDay(at, from);
    }

    private @Nullable Days iso(int at) {
        if (reading.token(at).plain().length() != 4 || numerals.isInsideSomething(at) || !follows(at, "-")) {
            return null;
        }
        var end = at + 5;
        return follows(at + 2, "-") && !goesOn(end)
                ? one(date(figure(at), figure(at + 2), figure(at + 4)), at, end)
                : null;
    }

    private @Nullable Days numeric(int at, LocalDate from) {
        if (figure(at) < 0 || reading.token(at).plain().length() > 2 || numerals.isInsideSomething(at)) {
            return null;
        }
        if (!follows(at, "/.-") || reading.token(at + 2).plain().length() > 2) {
            return null;
        }
        var sign = reading.token(at + 1).plain();
        var full = follows(at + 2, sign) && reading.token(at + 4).plain().length() % 2 == 0;
        var end = full ? at + 5 : at + 3;
        if (goesOn(end) || (!full && (!believable(at, sign) || reading.has(end, Kind.MONTH)))) {
            return null;
        }
        var year = full ? figure(at + 4) : -1;
        var monthFirst = sign.equals("/") && MONTH_FIRST.contains(situation.region());
        var date = monthFirst ? inYear(year, figure(at), figure(at + 2), from) : null;
        date = date != null ? date : inYear(year, figure(at + 2), figure(at), from);
        date = date != null || !sign.equals("/") ? date : inYear(year, figure(at), figure(at + 2), from);
        // "24.12." is an abbreviated ordinal; the point belongs to it.
        return one(date, at, !full && sign.equals(".") && reading.token(end).glued() ? reading.skip(end, '.') : end);
    }

    /** Two figures may as well be a price, a fraction, a score or opening days. */
    private boolean believable(int at, String sign) {
        var announced = reading.isAfter(at, Kind.ON)
                || reading.isAfter(at, Kind.ON_NTH)
                || (reading.isAfter(at, Kind.DAY) && !sign.equals("-"))
                || situation.expects(Entities.DATE, Entities.DATE_RANGE);
        if (announced) {
            return true;
        }
        return switch (sign) {
            case "/" -> figure(at) > 4 && !(figure(at) == 24 && figure(at + 2) == 7);
            case "." -> {
                var point = reading.token(at + 3);
                yield reading.lexicon().language().equals("de") && point.is('.') && point.glued();
            }
            default -> false;
        };
    }

    private @Nullable Days dayMonth(int at, LocalDate from) {
        var day = dayNumber(at);
        if (day == null) {
            return null;
        }
        var month = reading.match(reading.skip(reading.skip(day.end(), Kind.OF), Kind.THE), Kind.MONTH);
        return month == null ? null : withYear(month.number(), day.number(), month.end(), at, from);
    }

    private @Nullable Days monthDay(int at, LocalDate from) {
        var month = reading.match(at, Kind.MONTH);
        if (month == null || !reading.lexicon().language().equals("en")) {
            return null;
        }
        var day = dayNumber(reading.skip(reading.skip(month.end(), '.'), Kind.THE));
        return day == null || reading.token(day.end()).is(':') || reading.has(day.end(), Kind.HALF_DAY)
                ? null
                : withYear(month.number(), day.number(), day.end(), at, from);
    }

    private @Nullable Days withYear(int month, int day, int end, int start, LocalDate from) {
        var point = reading.token(end).is('.') && reading.token(end + 1).type() == Token.Type.DIGITS ? end + 1 : end;
        var at = reading.skip(reading.skip(point, ','), Kind.OF);
        var year = reading.token(at).plain().length() == 4 ? figure(at) : -1;
        return year >= FIRST_YEAR && year <= LAST_YEAR && !reading.token(at + 1).is(':')
                ? one(inYear(year, month, day, from), start, at + 1)
                : one(inYear(-1, month, day, from), start, end);
    }

    /** @param ordinal whether it is said or written as one: "3rd", "3.", "third" */
    record DayNumber(int number, boolean ordinal, int end) {}

    /** A number from 1 to 31; null if there is none. */
    @Nullable
    DayNumber dayNumber(int at) {
        var ordinal = reading.match(at, Kind.ORDINAL);
        if (ordinal != null) {
            return new DayNumber(ordinal.number(), true, ordinal.end());
        }
        var number = numerals.small(at);
        var day = number == null ? -1 : number.whole(1, MOST_DAYS);
        if (number == null || day < 0) {
            return null;
        }
        var end = number.end();
        var suffix = reading.token(end).glued() ? reading.match(end, Kind.ORDINAL_SUFFIX) : null;
        if (suffix != null) {
            return new DayNumber(day, true, suffix.end());
        }
        var point = !number.inWords()
                && reading.token(end).is('.')
                && reading.token(end).glued()
                && !reading.token(end + 1).glued();
        return new DayNumber(day, point, point ? end + 1 : end);
    }

    /** The next day to come with this number, {@code from} included. */
    static LocalDate ofMonth(int day, LocalDate from) {
        for (var month = from.withDayOfMonth(1); ; month = month.plusMonths(1)) {
            if (day <= month.lengthOfMonth() && !month.withDayOfMonth(day).isBefore(from)) {
                return month.withDayOfMonth(day);
            }
        }
    }

    /** @param year -1 for the next such day, {@code from} included; two digits are of this century */
    static @Nullable LocalDate inYear(int year, int month, int day, LocalDate from) {
        if (year >= 0) {
            return date(year < 100 ? 2000 + year : year, month, day);
        }
        // 29 February may be 8 years away; anything else is at most one.
        for (var next = from.getYear(); next <= from.getYear() + 8; next++) {
            var date = date(next, month, day);
            if (date != null && !date.isBefore(from)) {
                return date;
            }
        }
        return null;
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Days one(@Nullable LocalDate date, int start, int end) {
        return date == null ? null : Days.one(date, start, end);
    }

    private int figure(int at) {
        return reading.token(at).figure();
    }

    /** Whether digits are followed by one of these signs and digits, all without a space. */
    private boolean follows(int at, String signs) {
        return reading.token(at + 1).isOneOf(signs)
                && reading.token(at + 1).glued()
                && figure(at + 2) >= 0
                && reading.token(at + 2).glued();
    }

    private boolean goesOn(int at) {
        var next = reading.token(at);
        return next.glued()
                && (next.type() != Token.Type.SYMBOL
                        || (next.isOneOf("/.,:-") && reading.token(at + 1).glued() && figure(at + 1) >= 0));
    }
}
