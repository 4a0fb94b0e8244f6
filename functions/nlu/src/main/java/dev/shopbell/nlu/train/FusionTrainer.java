package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.Fusion;
import java.util.List;

/**
 * Finds the weights of words, meaning and the nearest example at which probabilities fit what held-out rows showed: the
 * least surprise, by Newton's method. The probabilities come out calibrated, since three numbers cannot learn the rows by
 * heart. A few dozen rows would: mostly right by any weights, they say little about them, so the weights begin at what they
 * usually are, and leave it as far as rows speak for it.
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
    /** What the weights come to over the unseen rows of many small bots; {@link ScopeLessons} learns them. */
    private static final double[] USUAL = {0.8, 1.75, 4.1};
    /** The same of words alone. */
    private static final double[] USUAL_ALONE = {5.7, 0, 0};
    /** The usual weights count as much as so many rows that each are one weight's worth of surprise. */
    private static final double TRUST = 3;

    private static final double LEAST = 0.05;

    private FusionTrainer() {}

    /** Words alone. */
    static Fusion ofWords(List<Trial> trials) {
        return Fusion.ofWords(Math.max(LEAST, fit(trials, USUAL_ALONE)[WORDS]));
    }

    /** Words, meaning and the nearest example; what speaks against the truth gets no weight. */
    static Fusion ofAll(List<Trial> trials) {
        var usual = USUAL.clone();
        var point = fit(trials, usual);
        for (var worst = worst(point, usual); worst >= 0; worst = worst(point, usual)) {
            usual[worst] = 0;
            point = fit(trials, usual);
        }
        return usual[MEANING] > 0 ? fusion(point) : ofWords(trials);
    }

    /** The score whose weight is furthest below zero; -1 if there is none. */
    private static int worst(double[] point, double[] usual) {
        var worst = -1;
        for (var i = 0; i < SCORES; i++) {
            if (usual[i] > 0 && point[i] <= 0 && (worst < 0 || point[i] < point[worst])) {
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

    /** @param usual where to begin; a score whose weight is usually 0 is left out */
    private static double[] fit(List<Trial> trials, double[] usual) {
        var rows = trials.stream().filter(Trial::inScope).toList();
        var point = usual.clone();
        if (rows.isEmpty()) {
            return point;
        }
        var value = value(rows, point, usual);
        for (var round = 0; round < ROUNDS; round++) {
            var step = newtonStep(rows, point, usual);
            var next = point;
            var nextValue = Double.POSITIVE_INFINITY;
            for (var length = 1.0; length > 1e-4 && nextValue >= value; length /= 2) {
                next = point.clone();
                for (var i = 0; i < SCORES; i++) {
                    next[i] -= length * step[i];
                }
                nextValue = value(rows, next, usual);
            }
            if (nextValue >= value - 1e-9) {
                break;
            }
            point = next;
            value = nextValue;
        }
        return point;
    }

    private static double value(List<Trial> rows, double[] point, double[] usual) {
        var value = surprise(rows, fusion(point));
        for (var i = 0; i < SCORES; i++) {
            var away = point[i] - usual[i];
            value += ridge(usual[i], rows.size()) / 2 * away * away;
        }
        return value;
    }

    /** What it costs, per row, to leave the usual weight. */
    private static double ridge(double usual, int rows) {
        return usual > 0 ? TRUST / (usual * usual * rows) : 0;
    }

    private static double[] newtonStep(List<Trial> rows, double[] point, double[] usual) {
        var fusion = fusion(point);
        var slope = new double[SCORES];
        var bend = new double[SCORES][SCORES];
        for (var row : rows) {
            addTo(slope, bend, row, Fusion.probabilities(row.fused(fusion)), 1.0 / rows.size());
        }
        for (var i = 0; i < SCORES; i++) {
            var ridge = ridge(usual[i], rows.size());
            slope[i] += ridge * (point[i] - usual[i]);
            bend[i][i] += ridge;
            if (usual[i] == 0) {
                slope[i] = 0;
                for (var j = 0; j < SCORES; j++) {
                    bend[i][j] = bend[j][i] = 0;
                }
                bend[i][i] = 1;
            }
        }
        return LinearSystem.solve(bend, slope);
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
}
