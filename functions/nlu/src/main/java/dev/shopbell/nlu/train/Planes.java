package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.TextVector;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One plane per label that parts its examples from all others: a linear support vector machine with squared hinge loss,
 * solved by dual coordinate descent with shrinking.
 *
 * <p>Source: Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008, algorithm 3.
 */
final class Planes {
    private static final int MOST_ROUNDS = 60;
    private static final double GOOD_ENOUGH = 0.05;
    private static final double COST = 1;
    private static final long SEED = 42;

    private final List<TextVector> rows;
    private final int[] labels;
    private final int features;

    Planes(List<TextVector> rows, int[] labels, int features) {
        this.rows = rows;
        this.labels = labels;
        this.features = features;
    }

    /** Per label one weight per feature, the bias last. Labels are solved side by side: they do not depend on each other. */
    float[][] solve(int labelCount) {
        var planes = new float[labelCount][];
        IntStream.range(0, labelCount).parallel().forEach(label -> planes[label] = new Solver(label).solve());
        return planes;
    }

    private final class Solver {
        private final float[] plane = new float[features + 1];
        private final double[] dual = new double[rows.size()];
        private final int[] order = IntStream.range(0, rows.size()).toArray();
        private final SplittableRandom random = new SplittableRandom(SEED);
        private final int label;
        private final double ownSlack;
        private final double othersSlack;
        private int active = rows.size();
        private double shrinkAbove = Double.POSITIVE_INFINITY;
        private double largest;

        Solver(int label) {
            this.label = label;
            var own = Math.max(1, Arrays.stream(labels).filter(l -> l == label).count());
            // A label with few examples weighs more: measured, half way (in logarithms) to equal weight.
            var boost = Math.sqrt(Math.max(1.0, (double) (rows.size() - own) / own));
            ownSlack = 1 / (2 * COST * boost);
            othersSlack = 1 / (2 * COST);
        }

        float[] solve() {
            for (var round = 0; round < MOST_ROUNDS; round++) {
                shuffle();
                largest = 0;
                for (var at = 0; at < active; at++) {
                    if (shrinks(order[at])) {
                        swap(at--, --active);
                    }
                }
                if (largest >= GOOD_ENOUGH) {
                    shrinkAbove = largest;
                } else if (active == order.length) {
                    break;
                } else {
                    active = order.length;
                    shrinkAbove = Double.POSITIVE_INFINITY;
                }
            }
            return plane;
        }

        /** Moves one row's multiplier; true if the row lies so clearly on its side that it can rest. */
        private boolean shrinks(int row) {
            var side = labels[row] == label ? 1 : -1;
            var slack = side > 0 ? ownSlack : othersSlack;
            var vector = rows.get(row);
            var gradient = side * score(vector) - 1 + slack * dual[row];
            if (dual[row] == 0 && gradient > shrinkAbove) {
                return true;
            }
            var step = dual[row] == 0 ? Math.min(gradient, 0) : gradient;
            largest = Math.max(largest, Math.abs(step));
            if (step != 0) {
                var old = dual[row];
                dual[row] = Math.max(old - gradient / (squareLength(vector) + slack), 0);
                move(vector, (dual[row] - old) * side);
            }
            return false;
        }

        private double score(TextVector vector) {
            var sum = (double) plane[features];
            var indexes = vector.indexes();
            var values = vector.values();
            for (var i = 0; i < indexes.length; i++) {
                sum += plane[indexes[i]] * values[i];
            }
            return sum;
        }

        private void move(TextVector vector, double by) {
            var indexes = vector.indexes();
            var values = vector.values();
            for (var i = 0; i < indexes.length; i++) {
                plane[indexes[i]] += (float) (by * values[i]);
            }
            plane[features] += (float) by;
        }

        /** Vectors have length 1 or less, and 1 for the bias; where a half is missing, a smaller step is safe. */
        private double squareLength(TextVector vector) {
            return vector.indexes().length == 0 ? 1 : 2;
        }

        private void shuffle() {
            for (var i = active - 1; i > 0; i--) {
                swap(i, random.nextInt(i + 1));
            }
        }

        private void swap(int a, int b) {
            var kept = order[a];
            order[a] = order[b];
            order[b] = kept;
        }
    }
}
