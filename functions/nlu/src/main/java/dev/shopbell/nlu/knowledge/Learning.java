package dev.shopbell.nlu.knowledge;

import java.util.List;
import java.util.Locale;

/**
 * Learns the weights of support from questions whose answers are known: logistic regression, a small penalty on large weights
 * so that few questions do not make it too sure.
 */
public final class Learning {
    private static final int ROUNDS = 20_000;
    private static final double STEP = 0.3;
    private static final double PENALTY = 0.002;

    private Learning() {}

    /**
     * A question's best passage.
     *
     * @param right whether it is the one that answers
     */
    public record Lesson(Library.Found best, boolean right) {
        private double[] signs() {
            return new double[] {1, best.coverage(), best.byWords(), best.byMeaning()};
        }
    }

    /** The weights, in words: a bias, then coverage, words and meaning. */
    public static String weights(List<Lesson> lessons) {
        var weights = new double[4];
        for (var round = 0; round < ROUNDS; round++) {
            var slope = new double[weights.length];
            for (var lesson : lessons) {
                var signs = lesson.signs();
                var odds = 0.0;
                for (var i = 0; i < signs.length; i++) {
                    odds += weights[i] * signs[i];
                }
                var miss = 1 / (1 + Math.exp(-odds)) - (lesson.right() ? 1 : 0);
                for (var i = 0; i < signs.length; i++) {
                    slope[i] += miss * signs[i] / lessons.size();
                }
            }
            for (var i = 0; i < weights.length; i++) {
                weights[i] -= STEP * (slope[i] + (i == 0 ? 0 : PENALTY * weights[i]));
            }
        }
        return String.format(
                Locale.ROOT,
                "bias %.2f, coverage %.2f, words %.2f, meaning %.2f",
                weights[0],
                weights[1],
                weights[2],
                weights[3]);
    }
}
