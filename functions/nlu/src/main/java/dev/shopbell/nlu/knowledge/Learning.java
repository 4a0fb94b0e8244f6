package dev.shopbell.nlu.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Learns the weights of support from questions whose answers are known: logistic regression, a small penalty on large weights
 * so that few questions do not make it too sure.
 */
public final class Learning {
    private static final int ROUNDS = 4_000;
    private static final double STEP = 0.5;
    private static final double PENALTY = 0.0005;
    private static final double USUAL = 0.6;
    private static final double SPREAD = 10;

    private Learning() {}

    /**
     * A question's best passage.
     *
     * @param right whether it is the one that answers
     */
    public record Lesson(Library.Found best, boolean right) {
        private boolean isEncoded() {
            return best.byMeaning() != 0;
        }

        /** Cosines are all alike; drawn apart, they are learned as fast as the rest. */
        private double[] signs() {
            return new double[] {1, best.coverage(), isEncoded() ? (best.byMeaning() - USUAL) * SPREAD : best.byWords()
            };
        }
    }

    /** The weights, in words: a line for languages that are encoded, and one for the others. */
    public static List<String> weights(List<Lesson> lessons) {
        return Stream.of(true, false)
                .map(encoded -> lessons.stream()
                        .filter(lesson -> lesson.isEncoded() == encoded)
                        .toList())
                .filter(some -> !some.isEmpty())
                .map(Learning::weightsOfAlike)
                .toList();
    }

    private static String weightsOfAlike(List<Lesson> lessons) {
        var weights = new double[3];
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
        return lessons.getFirst().isEncoded()
                ? String.format(
                        Locale.ROOT,
                        "with meaning: bias %.2f, coverage %.2f, meaning %.2f",
                        weights[0] - USUAL * SPREAD * weights[2],
                        weights[1],
                        SPREAD * weights[2])
                : String.format(
                        Locale.ROOT,
                        "words alone: bias %.2f, coverage %.2f, words %.2f",
                        weights[0],
                        weights[1],
                        weights[2]);
    }
}
