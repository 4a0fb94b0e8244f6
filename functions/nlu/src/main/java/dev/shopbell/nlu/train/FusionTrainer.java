package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.Fusion;
import java.util.List;

/**
 * Finds the weights of words, meaning and the nearest example at which probabilities fit what held-out rows showed: the
 * least surprise, by Newton's method. The probabilities come out calibrated, since three numbers cannot learn the rows by
 * heart.
 *
 * <p>Source: Platt scaling, extended to several scores and labels (Guo et al., "On Calibration of Modern Neural Networks",
 * ICML 2017, "temperature scaling").
 */
final class FusionTrainer {
    private static final int SCORES = 3;
    private static final int WORDS = 0;
    private static final int MEANING = 1;
    private static final int NEAREST = 2;
    private static final int ROUNDS = 50;
    /** Keeps weights finite where every row is right, by the usual size of each weight. */
    private static final double[] RIDGE = {1e-5, 1e-3, 1e-5};

    private static final double LEAST = 0.05;

    private FusionTrainer() {}

    /** Words alone. */
    static Fusion ofWords(List<Trial> trials) {
        return Fusion.ofWords(Math.max(LEAST, fit(trials, new boolean[] {true, false, false})[WORDS]));
    }

    /** Words, meaning and the nearest example; what speaks against the truth gets no weight. */
    static Fusion ofAll(List<Trial> trials) {
        var used = new boolean[] {true, true, true};
        var point = fit(trials, used);
        for (var worst = worst(point, used); worst >= 0; worst = worst(point, used)) {
            used[worst] = false;
            point = fit(trials, used);
        }
        return used[MEANING] ? fusion(point) : ofWords(trials);
    }

    /** The score whose weight is furthest below zero; -1 if there is none. */
    private static int worst(double[] point, boolean[] used) {
        var worst = -1;
        for (var i = 0; i < SCORES; i++) {
            if (used[i] && point[i] <= 0 && (worst < 0 || point[i] < point[worst])) {
                worst = i;
            }
        }
        return worst;
    }

    private static Fusion fusion(double[] point) {
        return new Fusion(point[WORDS], point[MEANING], point[NEAREST]);
    }

    /** How surprised the probabilities were by the truth, natural logarithm, mean over the rows in scope. */
    static double surprise(List<Trial> trials, Fusion fusion) {
        return trials.stream()
                .filter(Trial::inScope)
                .mapToDouble(
                        trial -> -Math.log(Math.max(1e-12, Fusion.probabilities(trial.fused(fusion))[trial.gold()])))
                .average()
                .orElse(0);
    }

    private static double[] fit(List<Trial> trials, boolean[] used) {
        var rows = trials.stream().filter(Trial::inScope).toList();
        var point = new double[] {used[WORDS] ? 1 : 0, used[MEANING] ? 1 : 0, used[NEAREST] ? 1 : 0};
        if (rows.isEmpty()) {
            return point;
        }
        var value = value(rows, point);
        for (var round = 0; round < ROUNDS; round++) {
            var step = newtonStep(rows, point, used);
            var next = point;
            var nextValue = Double.POSITIVE_INFINITY;
            for (var length = 1.0; length > 1e-4 && nextValue >= value; length /= 2) {
                next = point.clone();
                for (var i = 0; i < SCORES; i++) {
                    next[i] -= length * step[i];
                }
                nextValue = value(rows, next);
            }
            if (nextValue >= value - 1e-9) {
                break;
            }
            point = next;
            value = nextValue;
        }
        return point;
    }

    private static double value(List<Trial> rows, double[] point) {
        var value = surprise(rows, fusion(point));
        for (var i = 0; i < SCORES; i++) {
            value += RIDGE[i] / 2 * point[i] * point[i];
        }
        return value;
    }

    private static double[] newtonStep(List<Trial> rows, double[] point, boolean[] used) {
        var fusion = fusion(point);
        var slope = new double[SCORES];
        var bend = new double[SCORES][SCORES];
        for (var row : rows) {
            addTo(slope, bend, row, Fusion.probabilities(row.fused(fusion)), 1.0 / rows.size());
        }
        for (var i = 0; i < SCORES; i++) {
            slope[i] += RIDGE[i] * point[i];
            bend[i][i] += RIDGE[i];
            if (!used[i]) {
                slope[i] = 0;
                for (var j = 0; j < SCORES; j++) {
                    bend[i][j] = bend[j][i] = 0;
                }
                bend[i][i] = 1;
            }
        }
        return solve(bend, slope);
    }

    private static void addTo(double[] slope, double[][] bend, Trial row, double[] p, double share) {
        var asked = row.ofMeaning().length > 0;
        var mean = new double[SCORES];
        var products = new double[SCORES][SCORES];
        var scores = new double[SCORES];
        for (var label = 0; label < p.length; label++) {
            scores[WORDS] = row.ofWords()[label];
            scores[MEANING] = asked ? row.ofMeaning()[label] : 0;
            scores[NEAREST] = asked ? row.nearest()[label] : 0;
            for (var i = 0; i < SCORES; i++) {
                mean[i] += p[label] * scores[i];
                slope[i] -= label == row.gold() ? share * scores[i] : 0;
                for (var j = 0; j <= i; j++) {
                    products[i][j] += p[label] * scores[i] * scores[j];
                }
            }
        }
        for (var i = 0; i < SCORES; i++) {
            slope[i] += share * mean[i];
            for (var j = 0; j < SCORES; j++) {
                bend[i][j] += share * (products[Math.max(i, j)][Math.min(i, j)] - mean[i] * mean[j]);
            }
        }
    }

    /** Elimination without pivots, which a sum of covariances and ridges does not need. */
    private static double[] solve(double[][] matrix, double[] right) {
        for (var i = 0; i < SCORES; i++) {
            var pivot = Math.max(matrix[i][i], 1e-12);
            for (var j = i + 1; j < SCORES; j++) {
                var factor = matrix[j][i] / pivot;
                for (var k = i; k < SCORES; k++) {
                    matrix[j][k] -= factor * matrix[i][k];
                }
                right[j] -= factor * right[i];
            }
        }
        var result = new double[SCORES];
        for (var i = SCORES - 1; i >= 0; i--) {
            var sum = right[i];
            for (var k = i + 1; k < SCORES; k++) {
                sum -= matrix[i][k] * result[k];
            }
            result[i] = sum / Math.max(matrix[i][i], 1e-12);
        }
        return result;
    }
}
