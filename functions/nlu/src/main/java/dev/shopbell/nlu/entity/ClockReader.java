package dev.shopbell.nlu.entity;

import dev.shopbell.nlu.entity.Bounds.Bound;
import dev.shopbell.nlu.entity.Bounds.Relation;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads times of day as ends of stretches too. Which half of the day is meant, see {@link HalfDays}. A bare number is an hour
 * where "at" or the like stands before it, where the question was for a time, or where the other end is one.
 */
final class ClockReader implements Bounds.Ends<Hour> {
    private static final int MIDNIGHT = 24;

    private final Reading reading;
    private final Numerals numerals;
    private final ClockPhrases phrases;
    private final Situation situation;
    private boolean afterDay;

    ClockReader(Reading reading, Numerals numerals, ClockPhrases phrases, Situation situation) {
        this.reading = reading;
        this.numerals = numerals;
        this.phrases = phrases;
        this.situation = situation;
    }

    /** Whether a day was just read, so that "9-5" is more likely hours. */
    void afterDay(boolean yes) {
        afterDay = yes;
    }

    @Override
    public @Nullable Hour read(int at, @Nullable Hour after) {
        var announced = reading.match(at, Kind.AT);
        var hour = phrases.read(announced == null ? at : reading.skip(announced.end(), '\''));
        if (hour != null) {
            return hour;
        }
        if (announced == null) {
            return situation.expects(Entities.TIME) && after == null && at == 0 ? expected(at) : null;
        }
        var bare = bare(announced.end());
        if (bare == null || !followsWell(bare.end(), announced.weak())) {
            return null;
        }
        return hour(bare);
    }

    private @Nullable Hour expected(int at) {
        var bare = bare(reading.skip(at, Kind.THE));
        return bare != null && followsWell(bare.end(), true) ? hour(bare) : null;
    }

    private static Hour hour(Bare bare) {
        return new Hour(HalfDays.assume(bare.number(), 0), bare.start(), bare.end());
    }

    @Override
    public @Nullable Bare bare(int at) {
        var start = reading.skip(reading.skip(reading.skip(at, '\''), Kind.AT), Kind.THE);
        var number = numerals.small(start);
        var hour = number == null ? -1 : number.whole(0, MIDNIGHT);
        return number == null || hour < 0 || !isHour(number.end()) ? null : new Bare(hour, start, number.end());
    }

    /** Not the beginning of a price, an amount, a date or a larger number. */
    private boolean isHour(int end) {
        var next = reading.token(end);
        if (next.glued() && next.type() != Token.Type.SYMBOL) {
            return false;
        }
        if (next.glued() && next.isOneOf(".,:/") && reading.token(end + 1).glued()) {
            return false;
        }
        return !next.isOneOf("%€$£°/")
                && !reading.has(end, Kind.CURRENCY)
                && !reading.has(end, Kind.CENT)
                && !reading.has(end, Kind.MEASURE)
                && !reading.has(end, Kind.COUNTED)
                && !reading.has(end, Kind.UNIT)
                && !reading.has(end, Kind.MULTIPLIER)
                && !reading.has(end, Kind.MONTH);
    }

    private boolean followsWell(int end, boolean weak) {
        // "after two of them"
        var next = reading.skip(end, Kind.OF);
        var day = reading.has(next, Kind.DAY) || reading.has(next, Kind.DAY_OFFSET);
        return (next == end || day) && (!weak || reading.isRest(end));
    }

    @Override
    public @Nullable Hour before(Bare bare, Hour last) {
        var early = LocalTime.of(bare.number() % MIDNIGHT, 0);
        var late = early.getHour() < 12 ? early.plusHours(12) : early;
        return new Hour(late.isBefore(last.time()) ? late : early, bare.start(), bare.end());
    }

    @Override
    public @Nullable Hour after(Bare bare, Hour first) {
        return followsWell(bare.end(), false)
                ? new Hour(HalfDays.next(bare.number(), first.time()), bare.start(), bare.end())
                : null;
    }

    @Override
    public int start(Hour hour) {
        return hour.start();
    }

    @Override
    public int end(Hour hour) {
        return hour.end();
    }

    @Override
    public @Nullable Hour alone(Bare bare, String sureness) {
        var well = sureness.equals("hour")
                || ((sureness.equals("maybe") || afterDay) && bare.number() > 0 && reading.isRest(bare.end()));
        return well && followsWell(bare.end(), false) ? hour(bare) : null;
    }

    /** "from 9 to 5" makes sense as hours only; "from 9 to 15" may as well be prices. */
    @Override
    public @Nullable Bound<Hour> both(Bare first, Bare last, String sureness, int start) {
        var idiom = sureness.equals("maybe") && last.number() < first.number() && first.number() <= 12;
        var asked = situation.expects(Entities.TIME, Entities.TIME_RANGE);
        if (!(sureness.equals("hour") || afterDay || idiom || asked) || !followsWell(last.end(), false)) {
            return null;
        }
        var from = hour(first);
        var to = new Hour(HalfDays.next(last.number(), from.time()), last.start(), last.end());
        return new Bound<>(Relation.RANGE, from, to, start, last.end());
    }
}
