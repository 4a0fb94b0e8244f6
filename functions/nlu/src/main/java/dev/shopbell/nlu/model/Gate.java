package dev.shopbell.nlu.model;

import java.util.List;

/**
 * Says how likely a text is one of those that the bot was made for, and from where on it is believed.
 *
 * @param weights one per sign (see {@link #signs}), the constant last
 * @param threshold least probability of being in scope
 */
public record Gate(List<Double> weights, double threshold) {
    /** How many signs a gate weighs, the constant apart. */
    public static final int SIGNS = 6;

    private static final double NO_OUTSIDER = -1;

    public Gate {
        weights = List.copyOf(weights);
    }

    /**
     * What speaks for and against a text.
     *
     * @param scores of the intents
     * @param outsider score of the class of out-of-scope examples; NaN where training had none
     */
    public static double[] signs(double[] scores, double outsider, TextVector vector) {
        var best = Double.NEGATIVE_INFINITY;
        var second = Double.NEGATIVE_INFINITY;
        for (var score : scores) {
            if (score > best) {
                second = best;
                best = score;
            } else {
                second = Math.max(second, score);
            }
        }
        return new double[] {
            best,
            scores.length < 2 ? 1 : best - second,
            vector.knownWords(),
            vector.knownPieces(),
            Math.log(1.0 + vector.words()),
            Double.isNaN(outsider) ? NO_OUTSIDER : outsider
        };
    }

    /** Probability of being in scope, 0..1. */
    public double probability(double[] signs) {
        var sum = weights.get(SIGNS);
        for (var i = 0; i < SIGNS; i++) {
            sum += weights.get(i) * signs[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    public Gate withThreshold(double other) {
        return new Gate(weights, other);
    }
}
