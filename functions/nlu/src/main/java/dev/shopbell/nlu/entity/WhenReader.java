package dev.shopbell.nlu.entity;

import dev.shopbell.nlu.entity.Bounds.Bound;
import dev.shopbell.nlu.entity.Bounds.Relation;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts days and hours together: "next Friday after five", "a las 10 del lunes", "tomorrow morning at 9", "in two hours". */
final class WhenReader {
    private final Reading reading;
    private final Situation situation;
    private final RelativeMoments relative;
    private final Bounds<Days> days;
    private final Bounds<Hour> hours;
    private final ClockReader clock;

    WhenReader(Reading reading, Numerals numerals, Spans spans, Situation situation) {
        this.reading = reading;
        this.situation = situation;
        this.relative = new RelativeMoments(reading, numerals, spans, situation);
        this.days = new Bounds<>(reading, new DayReader(reading, numerals, relative, situation));
        this.clock = new ClockReader(reading, numerals, new ClockPhrases(reading, numerals), situation);
        this.hours = new Bounds<>(reading, clock);
    }

    /**
     * A part of a day.
     *
     * @param name as {@link HalfDays} has it
     * @param range ISO 8601
     */
    private record Part(String name, String range, int start, int end) {}

    @Nullable
    Phrase read(int at) {
        var moment = relative.read(at);
        if (moment != null && moment.exact()) {
            return exactly(moment);
        }
        var tonight = reading.match(at, Kind.TODAY_PART);
        if (tonight != null) {
            return tonight(tonight, at);
        }
        var day = days.read(at);
        if (day != null) {
            return beginningWithDay(day, at);
        }
        clock.afterDay(false);
        var part = part(at, false);
        var hour = part == null ? hours.read(at) : null;
        if (part == null && hour == null) {
            return null;
        }
        var next = skipJoints(part != null ? part.end() : hour == null ? at : hour.end());
        var dayAfter = days.read(next);
        if (dayAfter == null || dayAfter.relation() != Relation.IS || isDoubtful(dayAfter, next, true)) {
            return combined(null, hour, part);
        }
        var partAfter = part != null ? part : part(dayAfter.end(), true);
        return combined(dayAfter, hour, partAfter);
    }

    private Phrase exactly(RelativeMoments.Moment moment) {
        var type = Entities.DATETIME;
        var value = Values.of(moment.at());
        if (situation.expects(Entities.TIME)) {
            type = Entities.TIME;
            value = Values.of(moment.at().toLocalTime());
        } else if (situation.expects(Entities.DATE)) {
            type = Entities.DATE;
            value = moment.at().toLocalDate().toString();
        }
        return Phrase.of(new Find(type, value, moment.start(), moment.end()));
    }

    private Phrase tonight(Reading.Match word, int at) {
        var value = word.value().split(" ", 2);
        var part = new Part(value[0], value[1], at, word.end());
        var today = Days.one(situation.today(), at, word.end());
        var day = new Bound<>(Relation.IS, today, today, at, word.end());
        clock.afterDay(true);
        var hour = hourAfter(word.end());
        return combined(day, hour, part);
    }

    private @Nullable Phrase beginningWithDay(Bound<Days> day, int at) {
        clock.afterDay(true);
        var part = part(day.end(), true);
        if (part == null && reading.has(day.end() - 1, Kind.DAY)) {
            // "Montagabend" is both.
            part = part(day.end() - 1, true);
        }
        var hour = hourAfter(part == null ? day.end() : part.end());
        if (hour != null && part == null) {
            part = part(hour.end(), false);
        }
        return isDoubtful(day, at, hour != null || part != null) ? null : combined(day, hour, part);
    }

    /** A word such as "sun" or "segunda" is a day only in company. */
    private boolean isDoubtful(Bound<Days> day, int at, boolean company) {
        return day.relation() == Relation.IS
                && day.first().weak()
                && !company
                && !reading.has(at, Kind.ON)
                && !reading.isAfter(at, Kind.ON)
                && !situation.expects(Entities.DATE);
    }

    private @Nullable Bound<Hour> hourAfter(int at) {
        var next = reading.skip(at, ',');
        var hour = hours.read(next);
        return hour != null ? hour : hours.read(skipJoints(next));
    }

    private int skipJoints(int at) {
        var next = reading.skip(reading.skip(at, ','), Kind.OF);
        return reading.skip(next, Kind.THE);
    }

    private @Nullable Part part(int at, boolean afterDay) {
        var next = reading.skip(at, ',');
        var part = reading.match(next, Kind.PART);
        if (part == null || (part.weak() && !afterDay)) {
            return null;
        }
        var value = part.value().split(" ", 2);
        return new Part(value[0], value[1], next, part.end());
    }

    private Phrase combined(@Nullable Bound<Days> day, @Nullable Bound<Hour> hour, @Nullable Part part) {
        var finds = new ArrayList<Find>();
        if (day != null) {
            finds.addAll(Stretches.ofDays(day));
        }
        if (hour != null) {
            finds.addAll(Stretches.ofHours(hour, time -> part == null ? time : HalfDays.on(part.name(), time)));
        } else if (part != null) {
            finds.add(new Find(Entities.TIME_RANGE, part.range(), part.start(), part.end()));
        }
        var start = finds.stream().mapToInt(Find::start).min().orElseThrow();
        var end = finds.stream().mapToInt(Find::end).max().orElseThrow();
        if (day != null && hour != null && isExact(day, hour)) {
            var time = hour.first().time();
            var at = ZonedDateTime.of(
                    day.first().first(),
                    part == null ? time : HalfDays.on(part.name(), time),
                    situation.now().getZone());
            finds.add(new Find(Entities.DATETIME, Values.of(at), start, end));
        }
        return new Phrase(List.copyOf(finds), start, end);
    }

    private static boolean isExact(Bound<Days> day, Bound<Hour> hour) {
        return day.relation() == Relation.IS && day.first().single() && hour.relation() == Relation.IS;
    }
}
