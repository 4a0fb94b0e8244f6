package dev.shopbell.nlu.entity;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Reads times that show by themselves that they are: "17:30", "5pm", "half past five", "las diez y media", "17 Uhr 30", "noon". */
final class ClockPhrases {
    private static final int LAST_HOUR = 24;
    private static final int FIRST_CERTAIN = 6;
    private static final int LAST_DURATION = 12;

    private final Reading reading;
    private final Numerals numerals;

    ClockPhrases(Reading reading, Numerals numerals) {
        this.reading = reading;
        this.numerals = numerals;
    }

    /** @param end the token after it */
    private record Count(int value, int end) {}

    @Nullable
    Hour read(int at) {
        var named = reading.match(at, Kind.TIME);
        if (named != null) {
            return new Hour(LocalTime.parse(named.value()), at, named.end());
        }
        var hour = digital(at);
        hour = hour != null ? hour : minutesFirst(at);
        return hour != null ? hour : hourFirst(at);
    }

    private @Nullable Count count(int at, int most) {
        var number = numerals.small(at);
        var value = number == null ? -1 : number.whole(0, most);
        return number == null || value < 0 ? null : new Count(value, number.end());
    }

    /** 17:30, 17h30, 9.30 Uhr, 5:30 pm, 10:30 de la noche. */
    private @Nullable Hour digital(int at) {
        var token = reading.token(at);
        if (token.type() != Token.Type.DIGITS || token.plain().length() > 2 || numerals.isInsideSomething(at)) {
            return null;
        }
        var sign = reading.token(at + 1);
        var minutes = reading.token(at + 2);
        if (!sign.glued() || !minutes.glued() || minutes.plain().length() != 2 || minutes.figure() < 0) {
            return null;
        }
        var end = at + 3;
        var point = sign.is('.');
        if (!(sign.is(':') || sign.plain().equals("h") || point) || goesOn(end)) {
            return null;
        }
        var mark = reading.match(end, Kind.HOUR_MARK);
        var half = reading.match(end, Kind.HALF_DAY);
        var told = reading.isAfter(at, Kind.AT) || mark != null || half != null;
        if (token.figure() > LAST_HOUR || minutes.figure() > 59 || (point && !told)) {
            return null;
        }
        return finished(token.figure(), minutes.figure(), at, mark == null ? end : mark.end(), true);
    }

    private boolean goesOn(int end) {
        var next = reading.token(end);
        return next.glued()
                && (next.type() == Token.Type.DIGITS
                        || (next.isOneOf(":.,/")
                                && reading.token(end + 1).glued()
                                && reading.token(end + 1).type() == Token.Type.DIGITS));
    }

    /** Half past five, halb sechs, ten to five, viertel nach acht. */
    private @Nullable Hour minutesFirst(int at) {
        var said = reading.match(at, Kind.MINUTES_BEFORE);
        if (said != null) {
            return shifted(said.number(), said.end(), at);
        }
        var minutes = reading.has(at, Kind.NUMBER) ? count(at, 30) : null;
        if (minutes == null) {
            return null;
        }
        var past = reading.match(minutes.end(), Kind.PAST);
        if (past != null) {
            return shifted(minutes.value(), past.end(), at);
        }
        var to = reading.match(minutes.end(), Kind.TO_HOUR);
        return to != null && minutes.value() % 5 == 0 ? shifted(-minutes.value(), to.end(), at) : null;
    }

    private @Nullable Hour shifted(int minutes, int at, int start) {
        var named = reading.match(at, Kind.TIME);
        if (named != null) {
            return new Hour(LocalTime.parse(named.value()).plusMinutes(minutes), start, named.end());
        }
        var hour = count(reading.skip(at, Kind.THE), LAST_HOUR);
        if (hour == null || reading.has(hour.end(), Kind.UNIT) || reading.has(hour.end(), Kind.COUNTED)) {
            return null;
        }
        var end = reading.skip(hour.end(), Kind.HOUR_MARK);
        var whole = finished(hour.value(), 0, start, end, false);
        return new Hour(whole.time().plusMinutes(minutes), start, whole.end());
    }

    /** 5pm, 9 o'clock, 17 Uhr 30, las diez y media, le nove meno un quarto, 5 de la tarde. */
    private @Nullable Hour hourFirst(int at) {
        var hour = count(at, LAST_HOUR);
        if (hour == null) {
            return null;
        }
        var mark = reading.match(hour.end(), Kind.HOUR_MARK);
        var next = mark == null ? hour.end() : mark.end();
        var minutes = minutesAfter(next, mark != null || reading.isAfter(at, Kind.AT));
        var end = minutes == null ? next : minutes.end();
        var sure = (mark != null && isCertain(mark, hour.value(), at))
                || (minutes != null && isClock(mark, hour.value(), at))
                || reading.has(end, Kind.HALF_DAY)
                || isStrong(reading.match(end, Kind.PART));
        if (!sure) {
            return null;
        }
        var whole = finished(hour.value(), 0, at, end, false);
        return minutes == null ? whole : new Hour(whole.time().plusMinutes(minutes.value()), at, whole.end());
    }

    private static boolean isStrong(Reading.@Nullable Match part) {
        return part != null && !part.weak();
    }

    /** "Une heure et demie" lasts; "dix heures et demie" strikes. */
    private boolean isClock(Reading.@Nullable Match mark, int hour, int at) {
        return mark == null || !mark.weak() || hour >= FIRST_CERTAIN || reading.isAfter(at, Kind.AT);
    }

    private boolean isCertain(Reading.Match mark, int hour, int at) {
        if (!mark.weak() || reading.isAfter(at, Kind.AT)) {
            return true;
        }
        return mark.value().equals("h") ? hour >= FIRST_CERTAIN : hour > LAST_DURATION;
    }

    private @Nullable Count minutesAfter(int at, boolean marked) {
        var said = reading.match(at, Kind.MINUTES_AFTER);
        if (said != null) {
            return new Count(said.number(), said.end());
        }
        var minus = reading.match(at, Kind.MINUS);
        var plus = reading.match(at, Kind.PLUS);
        if (!marked) {
            return null;
        }
        if (minus != null) {
            var minutes = count(minus.end(), 59);
            return minutes == null ? null : new Count(-minutes.value(), minutes.end());
        }
        var minutes = count(plus == null ? at : plus.end(), 59);
        return minutes == null || minutes.value() < 5 || isCounted(minutes.end()) ? null : minutes;
    }

    private boolean isCounted(int end) {
        return reading.has(end, Kind.HOUR_MARK)
                || reading.has(end, Kind.HALF_DAY)
                || reading.has(end, Kind.COUNTED)
                || reading.has(end, Kind.MEASURE)
                || reading.has(end, Kind.CURRENCY);
    }

    /** With the half of the day that the words after it name, if they do. */
    private Hour finished(int hour, int minute, int start, int end, boolean exact) {
        var half = reading.match(end, Kind.HALF_DAY);
        var part = half != null ? half : reading.match(end, Kind.PART);
        if (part != null && isStrong(part)) {
            var name = part.value().split(" ", 2)[0];
            return new Hour(HalfDays.in(name, hour, minute), start, part.end());
        }
        return new Hour(exact ? LocalTime.of(hour % LAST_HOUR, minute) : HalfDays.assume(hour, minute), start, end);
    }
}
