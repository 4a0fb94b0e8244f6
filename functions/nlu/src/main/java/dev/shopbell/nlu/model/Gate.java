package dev.shopbell.nlu.model;

import java.util.List;

/**
 * Says how likely something is that signs speak for, such as that a text is one of those that the bot was made for, and from
 * where on it is believed. It is learned as if as many texts were so as were not.
 *
 * @param weights one per sign, the constant last
 * @param threshold least probability that passes
 */
public record Gate(List<Double> weights, double threshold) {
    private static final double BEYOND_DOUBT = 30;

    public Gate {
        weights = List.copyOf(weights);
    }

    /** A gate that lets everything pass. */
    public static Gate open() {
        return new Gate(List.of(BEYOND_DOUBT), 0);
    }

    /** A gate that lets nothing pass. */
    public static Gate shut() {
        return new Gate(List.of(-BEYOND_DOUBT), 1);
    }

    /** Probability, 0..1; signs beyond those that have a weight do not count. */
    public double probability(double[] signs) {
        var last = weights.size() - 1;
        var sum = weights.get(last);
        for (var i = 0; i < last; i++) {
            sum += weights.get(i) * signs[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    public boolean passes(double[] signs) {
        return probability(signs) >= threshold;
    }

    public Gate withThreshold(double other) {
        return new Gate(weights, other);
    }
}
