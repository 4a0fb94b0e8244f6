package dev.shopbell.nlu.entity;

import dev.shopbell.nlu.entity.Bounds.Bound;
import dev.shopbell.nlu.entity.Bounds.Relation;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Writes one end or two down: each as itself with its role, and the stretch as an ISO 8601 interval, {@code ..} for an open
 * end. "After Friday" begins on Saturday, "before Friday" ends on Thursday; "until Friday" has it in.
 */
final class Stretches {
    private Stretches() {}

    static List<Find> ofDays(Bound<Days> bound) {
        var finds = new ArrayList<Find>();
        end(bound.first(), role(bound.relation()), finds);
        if (bound.relation() == Relation.RANGE) {
            end(bound.last(), "to", finds);
        }
        var interval =
                switch (bound.relation()) {
                    case IS -> "";
                    case RANGE -> bound.first().first() + "/" + bound.last().last();
                    case AFTER -> bound.first().last().plusDays(1) + "/..";
                    case SINCE -> bound.first().first() + "/..";
                    case BEFORE -> "../" + bound.first().first().minusDays(1);
                    case UNTIL -> "../" + bound.first().last();
                };
        var backwards = bound.relation() == Relation.RANGE
                && bound.last().last().isBefore(bound.first().first());
        if (!interval.isEmpty() && !backwards) {
            finds.add(new Find(Entities.DATE_RANGE, interval, bound.start(), bound.end()));
        }
        return finds;
    }

    private static void end(Days days, String role, List<Find> finds) {
        if (days.single()) {
            finds.add(new Find(Entities.DATE, days.first().toString(), role, days.start(), days.end()));
        } else {
            var week = days.first() + "/" + days.last();
            finds.add(new Find(Entities.DATE_RANGE, week, role, days.start(), days.end()));
        }
    }

    /** @param half moves a time into the half of the day that was named */
    static List<Find> ofHours(Bound<Hour> bound, UnaryOperator<LocalTime> half) {
        var finds = new ArrayList<Find>();
        var first = bound.first();
        var from = Values.of(half.apply(first.time()));
        finds.add(new Find(Entities.TIME, from, role(bound.relation()), first.start(), first.end()));
        var to = from;
        if (bound.relation() == Relation.RANGE) {
            var last = bound.last();
            to = Values.of(half.apply(last.time()));
            finds.add(new Find(Entities.TIME, to, "to", last.start(), last.end()));
        }
        var interval =
                switch (bound.relation()) {
                    case IS -> "";
                    case RANGE -> from + "/" + to;
                    case AFTER, SINCE -> from + "/..";
                    case BEFORE, UNTIL -> "../" + from;
                };
        if (!interval.isEmpty()) {
            finds.add(new Find(Entities.TIME_RANGE, interval, bound.start(), bound.end()));
        }
        return finds;
    }

    private static String role(Relation relation) {
        return switch (relation) {
            case IS -> "";
            case RANGE -> "from";
            case AFTER -> "after";
            case SINCE -> "from";
            case BEFORE -> "before";
            case UNTIL -> "to";
        };
    }
}
