package dev.shopbell.nlu.train;

import java.util.List;

/** Finds the sharpness at which probabilities fit what held-out rows showed: the least surprise, by golden section. */
final class Sharpness {
    private static final double LEAST = 0.5;
    private static final double MOST = 60;
    private static final int ROUNDS = 40;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private Sharpness() {}

    static double fit(List<Trial> trials) {
        var rows = trials.stream().filter(Trial::inScope).toList();
        var low = Math.log(LEAST);
        var high = Math.log(MOST);
        for (var round = 0; round < ROUNDS; round++) {
            var left = high - GOLDEN * (high - low);
            var right = low + GOLDEN * (high - low);
            if (surprise(rows, Math.exp(left)) < surprise(rows, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return Math.exp((low + high) / 2);
    }

    private static double surprise(List<Trial> rows, double sharpness) {
        var sum = 0.0;
        for (var row : rows) {
            var scores = row.scores();
            var top = Double.NEGATIVE_INFINITY;
            for (var score : scores) {
                top = Math.max(top, score);
            }
            var all = 0.0;
            for (var score : scores) {
                all += Math.exp(sharpness * (score - top));
            }
            sum += Math.log(all) - sharpness * (scores[row.gold()] - top);
        }
        return sum;
    }
}
