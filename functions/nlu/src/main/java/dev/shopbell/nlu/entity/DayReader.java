package dev.shopbell.nlu.entity;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/** Reads a day, or days in a row, in whatever way they are put. */
final class DayReader implements Bounds.Ends<Days> {
    /** Tokens of an answer that is the day alone: "el 3, gracias". */
    private static final int SHORT_ANSWER = 4;

    private final Reading reading;
    private final Situation situation;
    private final CalendarDays calendar;
    private final NamedDays named;
    private final RelativeMoments relative;

    DayReader(Reading reading, Numerals numerals, RelativeMoments relative, Situation situation) {
        this.reading = reading;
        this.situation = situation;
        this.calendar = new CalendarDays(reading, numerals, situation);
        this.named = new NamedDays(reading, calendar, situation);
        this.relative = relative;
    }

    @Override
    public @Nullable Days read(int at, @Nullable Days after) {
        var from = after == null ? situation.today() : after.first();
        var start = reading.skip(reading.skip(reading.skip(at, Kind.OF), Kind.ON), Kind.THE);
        var days = plain(start, from);
        days = days != null ? days : calendar.read(reading.skip(at, Kind.ON_NTH), from);
        return days != null ? days : numbered(at, from);
    }

    /** A day in words that need nothing before them. */
    @Nullable
    Days plain(int at, LocalDate from) {
        var offset = reading.match(at, Kind.DAY_OFFSET);
        if (offset != null) {
            return new Days(
                    situation.today().plusDays(offset.number()),
                    situation.today().plusDays(offset.number()),
                    at,
                    offset.end(),
                    offset.weak());
        }
        var days = calendar.read(at, from);
        days = days != null ? days : named.read(at, from);
        days = days != null ? days : counted(at);
        days = days != null ? days : holiday(at, from);
        return days != null ? days : month(at, from);
    }

    private @Nullable Days counted(int at) {
        var moment = relative.read(at);
        return moment == null || moment.exact() ? null : Days.one(moment.at().toLocalDate(), at, moment.end());
    }

    private @Nullable Days holiday(int at, LocalDate from) {
        var holiday = reading.match(at, Kind.HOLIDAY);
        if (holiday == null) {
            return null;
        }
        var day = MonthDay.parse("--" + holiday.value());
        var date = CalendarDays.inYear(-1, day.getMonthValue(), day.getDayOfMonth(), from);
        return date == null ? null : Days.one(date, at, holiday.end());
    }

    /** "in May", "en mayo de 2027": the whole month, this one if it is under way. */
    private @Nullable Days month(int at, LocalDate from) {
        var in = reading.match(at, Kind.IN_MONTH);
        var month = in == null ? null : reading.match(in.end(), Kind.MONTH);
        if (month == null) {
            return null;
        }
        var next = reading.skip(month.end(), Kind.OF);
        var year =
                reading.token(next).plain().length() == 4 ? reading.token(next).figure() : -1;
        if (year >= 1900 && year <= 2199) {
            var first = LocalDate.of(year, month.number(), 1);
            return new Days(first, first.plusMonths(1).minusDays(1), at, next + 1, false);
        }
        var first = LocalDate.of(from.getYear(), month.number(), 1);
        var coming = first.plusMonths(1).isAfter(from) ? first : first.plusYears(1);
        return new Days(coming, coming.plusMonths(1).minusDays(1), at, month.end(), false);
    }

    /** "the 3rd", "el día 3", "am 3.": the number alone, where a word before it or the question asked says what it is. */
    private @Nullable Days numbered(int at, LocalDate from) {
        var cue = reading.match(at, Kind.ON_NTH);
        var expected = situation.expects(Entities.DATE);
        if (cue == null && !expected) {
            return beforeTime(at, from);
        }
        var start = cue == null ? reading.skip(reading.skip(at, Kind.ON), Kind.THE) : cue.end();
        var number = calendar.dayNumber(start);
        if (number == null) {
            return null;
        }
        var sure = number.ordinal() || (cue == null || !cue.value().equals("suffix")) || expected;
        var rest = reading.isRest(number.end()) && !isSomethingElse(number.end());
        return sure && rest && (cue != null || reading.size() <= SHORT_ANSWER)
                ? Days.one(CalendarDays.ofMonth(number.number(), from), start, number.end())
                : null;
    }

    /** "el 12 a las 5" */
    private @Nullable Days beforeTime(int at, LocalDate from) {
        var on = reading.match(at, Kind.ON);
        var number = on == null ? null : calendar.dayNumber(on.end());
        return on == null || number == null || !reading.has(number.end(), Kind.AT)
                ? null
                : Days.one(CalendarDays.ofMonth(number.number(), from), on.end(), number.end());
    }

    private boolean isSomethingElse(int end) {
        return reading.has(end, Kind.UNIT)
                || reading.has(end, Kind.MEASURE)
                || reading.has(end, Kind.CURRENCY)
                || reading.has(end, Kind.CENT)
                || reading.has(end, Kind.COUNTED)
                || reading.has(end, Kind.HALF_DAY)
                || reading.has(end, Kind.HOUR_MARK)
                || reading.has(end, Kind.MULTIPLIER)
                || (reading.token(end).isOneOf(":/,") && reading.token(end + 1).glued());
    }

    @Override
    public Days earlier(Days days) {
        if (!days.single() || !days.first().isAfter(situation.today())) {
            return days;
        }
        var day = reading.has(days.start(), Kind.DAY)
                ? days.first().minusWeeks(1)
                : days.first().minusYears(1);
        return Days.one(day, days.start(), days.end());
    }

    @Override
    public @Nullable Bare bare(int at) {
        var start = reading.skip(reading.skip(reading.skip(at, Kind.ON_NTH), Kind.ON), Kind.THE);
        var number = calendar.dayNumber(start);
        return number == null ? null : new Bare(number.number(), start, number.end());
    }

    @Override
    public @Nullable Days before(Bare bare, Days last) {
        var first = reading.token(last.start());
        if (first.type() != Token.Type.DIGITS
                && !reading.has(last.start(), Kind.NUMBER)
                && !reading.has(last.start(), Kind.ORDINAL)) {
            return null;
        }
        var month = last.first().withDayOfMonth(1);
        var start = bare.number() <= last.first().getDayOfMonth() ? month : month.minusMonths(1);
        return bare.number() > start.lengthOfMonth()
                ? null
                : Days.one(start.withDayOfMonth(bare.number()), bare.start(), bare.end());
    }

    @Override
    public @Nullable Days after(Bare bare, Days first) {
        // "lunes a las 10", "Monday to 5": more often an hour.
        return null;
    }

    @Override
    public int start(Days days) {
        return days.start();
    }

    @Override
    public int end(Days days) {
        return days.end();
    }
}
