package dev.shopbell.nlu.report;

import java.util.ArrayList;
import java.util.List;

/**
 * How a group is understood, next to the same rows as they were, or as most others say them.
 *
 * @param rows how many were compared
 * @param before share of them served otherwise
 * @param after share of them served as this group says them
 * @param lost rows that were served before and are no more
 * @param won rows that were not and are now
 * @param samples some of the lost ones
 */
record GroupResult(
        String dimension,
        String name,
        int rows,
        double before,
        double after,
        int lost,
        int won,
        List<Answered> samples) {
    private static final int SAMPLES = 3;

    /**
     * Compares row by row.
     *
     * @param before whether each row is served otherwise
     * @param after what became of it as this group says it
     */
    static GroupResult of(String dimension, String name, List<Boolean> before, List<Answered> after) {
        var served = 0;
        var won = 0;
        var lost = new ArrayList<Answered>();
        for (var i = 0; i < after.size(); i++) {
            var is = after.get(i);
            served += is.isServed() ? 1 : 0;
            won += !before.get(i) && is.isServed() ? 1 : 0;
            if (before.get(i) && !is.isServed()) {
                lost.add(is);
            }
        }
        return new GroupResult(
                dimension,
                name,
                after.size(),
                Scores.share(before.stream().filter(was -> was).count(), after.size()),
                Scores.share(served, after.size()),
                lost.size(),
                won,
                lost.stream().limit(SAMPLES).toList());
    }

    /** In percentage points; below 0 where the group is understood worse. */
    double change() {
        return 100 * (after - before);
    }

    /**
     * Half the width of a 95 % interval of the change, in percentage points, from the rows that changed sides: about
     * 1.96·√(lost + won − (lost − won)²/rows)/rows. Source: Agresti, "Categorical data analysis", matched pairs.
     */
    double margin() {
        var difference = (double) lost - won;
        return rows == 0 ? 0 : 196 * Math.sqrt(Math.max(0, lost + won - difference * difference / rows)) / rows;
    }

    /** Whether chance alone hardly makes such a change. */
    boolean isClear() {
        return Math.abs(change()) > margin() && lost + won >= 5;
    }
}
