package dev.shopbell.nlu.entity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one end or two: "from Monday to Wednesday", "between 10 and 12", "9–17 Uhr", "after five", "bis Freitag", "Sunday".
 *
 * @param <T> days or hours
 */
final class Bounds<T> {
    private final Reading reading;
    private final Ends<T> ends;
    /** What was read where, since each place is asked for by several patterns. */
    private final Map<Integer, Optional<T>> seen = new HashMap<>();

    Bounds(Reading reading, Ends<T> ends) {
        this.reading = reading;
        this.ends = ends;
    }

    /** What can be an end. */
    interface Ends<T> {
        /** @param after the end that went before; null if none */
        @Nullable
        T read(int at, @Nullable T after);

        /** A number that the other end, or the word before it, may make one. */
        @Nullable
        Bare bare(int at);

        @Nullable
        T before(Bare bare, T last);

        @Nullable
        T after(Bare bare, T first);

        /** The same when what is meant lies behind us: "since Monday". */
        default T earlier(T end) {
            return end;
        }

        int start(T end);

        int end(T end);

        /** A number that the words before it make an end; null if they do not. */
        default @Nullable T alone(Bare bare, String sureness) {
            return null;
        }

        /** Two bare numbers; null unless the words around them make them ends. */
        default @Nullable Bound<T> both(Bare first, Bare last, String sureness, int start) {
            return null;
        }

        record Bare(int number, int start, int end) {}
    }

    enum Relation {
        IS,
        RANGE,
        AFTER,
        BEFORE,
        SINCE,
        UNTIL
    }

    /**
     * @param last the same as the first unless it is a range
     * @param start the first token of the words that say so
     */
    record Bound<T>(Relation relation, T first, T last, int start, int end) {}

    @Nullable
    Bound<T> read(int at) {
        var bound = range(at);
        bound = bound != null ? bound : oneSided(at, Kind.AFTER, Relation.AFTER);
        bound = bound != null ? bound : oneSided(at, Kind.BEFORE, Relation.BEFORE);
        bound = bound != null ? bound : oneSided(at, Kind.UNTIL, Relation.UNTIL);
        bound = bound != null ? bound : oneSided(at, Kind.SINCE, Relation.SINCE);
        var value = end(at);
        // "depois de amanhã" is a day of its own, not what comes after tomorrow.
        return value == null
                        || (bound != null && bound.end() > ends.end(value))
                        || (bound != null && ends.start(value) > bound.start())
                ? bound
                : new Bound<>(Relation.IS, value, value, ends.start(value), ends.end(value));
    }

    private @Nullable T end(int at) {
        var known = seen.get(at);
        if (known == null) {
            known = Optional.ofNullable(ends.read(at, null));
            seen.put(at, known);
        }
        return known.orElse(null);
    }

    private @Nullable Bound<T> oneSided(int at, Kind kind, Relation relation) {
        var word = reading.match(at, kind);
        if (word == null) {
            return null;
        }
        var value = end(word.end());
        var bare = value == null ? ends.bare(word.end()) : null;
        value = bare == null ? value : ends.alone(bare, word.value());
        if (value == null) {
            return null;
        }
        value = word.value().equals("past") ? ends.earlier(value) : value;
        // "from Monday on"
        var end = relation == Relation.SINCE ? reading.skip(ends.end(value), Kind.IN_AFTER) : ends.end(value);
        return word.weak() && end == ends.end(value) ? null : new Bound<>(relation, value, value, at, end);
    }

    private @Nullable Bound<T> range(int at) {
        var from = reading.match(at, Kind.FROM);
        var between = reading.match(at, Kind.BETWEEN);
        if (between != null) {
            return range(at, between, Kind.AND);
        }
        var bound = from == null ? null : range(at, from, Kind.TO);
        return bound != null ? bound : range(at, null, Kind.TO);
    }

    private @Nullable Bound<T> range(int at, Reading.@Nullable Match opening, Kind joint) {
        var start = opening == null ? at : opening.end();
        var bare = ends.bare(start);
        var second = bare == null ? -1 : joined(bare.end(), joint);
        // The second end says more than the first in "from the 3rd to the 5th of May" and "9 to 5pm".
        var last = second < 0 ? null : end(second);
        var value = bare == null || last == null ? null : ends.before(bare, last);
        if (last != null && value != null) {
            return new Bound<>(Relation.RANGE, value, last, at, ends.end(last));
        }
        var first = end(start);
        if (first != null) {
            return secondAfter(at, first, joint);
        }
        if (bare == null || second < 0) {
            return null;
        }
        var bareLast = ends.bare(second);
        return bareLast == null ? null : ends.both(bare, bareLast, sureness(opening, bare.end(), joint), at);
    }

    private @Nullable Bound<T> secondAfter(int at, T first, Kind joint) {
        var second = joined(ends.end(first), joint);
        if (second < 0) {
            return null;
        }
        var last = ends.read(second, first);
        var bare = last == null ? ends.bare(second) : null;
        last = bare == null ? last : ends.after(bare, first);
        return last == null ? null : new Bound<>(Relation.RANGE, first, last, at, ends.end(last));
    }

    private String sureness(Reading.@Nullable Match opening, int joint, Kind kind) {
        var joined = reading.match(joint, kind);
        var said = opening == null ? "" : opening.value();
        var saidLater = joined == null ? "" : joined.value();
        if (opening == null) {
            return "";
        }
        return said.equals("hour") || saidLater.equals("hour") ? "hour" : "maybe";
    }

    /** The place after "to", "and" or a dash; -1 if there is none. */
    private int joined(int at, Kind joint) {
        var next = reading.skip(at, ',');
        var word = reading.match(next, joint);
        if (word != null) {
            return word.end();
        }
        return joint == Kind.TO && reading.token(at).is('-') ? at + 1 : -1;
    }
}
