package dev.shopbell.nlu.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well one intent is understood, over in-scope rows, refused or not.
 *
 * @param support rows of it
 * @param said how often it was said
 * @param right how often that was right
 * @param refused how many of its rows were refused
 */
record IntentScore(String intent, int support, int said, int right, int refused) {

    double precision() {
        return said == 0 ? 0 : (double) right / said;
    }

    double recall() {
        return support == 0 ? 0 : (double) right / support;
    }

    double f1() {
        return support + said == 0 ? 0 : 2.0 * right / (support + said);
    }

    /** Of all intents that were asked for or said, the worst first. */
    static List<IntentScore> of(List<Answered> rows) {
        var scores = new TreeMap<String, IntentScore>();
        for (var row : rows) {
            if (!row.isOutside()) {
                add(scores, new IntentScore(row.gold(), 1, 0, row.isRight() ? 1 : 0, row.refused() ? 1 : 0));
                add(scores, new IntentScore(row.said(), 0, 1, 0, 0));
            }
        }
        scores.remove("");
        return scores.values().stream()
                .sorted(Comparator.comparingDouble(IntentScore::f1).thenComparing(IntentScore::intent))
                .toList();
    }

    private static void add(Map<String, IntentScore> scores, IntentScore more) {
        scores.merge(
                more.intent,
                more,
                (one, other) -> new IntentScore(
                        one.intent,
                        one.support + other.support,
                        one.said + other.said,
                        one.right + other.right,
                        one.refused + other.refused));
    }
}
