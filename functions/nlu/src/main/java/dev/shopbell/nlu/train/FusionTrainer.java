package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.Fusion;
import java.util.List;

/**
 * Finds the weights of words and meaning at which probabilities fit what held-out rows showed: the least surprise, by
 * Newton's method. The probabilities come out calibrated, since two numbers cannot learn the rows by heart.
 *
 * <p>Source: Platt scaling, extended to several scores and labels (Guo et al., "On Calibration of Modern Neural Networks",
 * ICML 2017, "temperature scaling").
 */
final class FusionTrainer {
    private static final int ROUNDS = 50;
    /** Keeps weights finite where every row is right: as if one row in this many were a surprise. */
    private static final double RIDGE = 1e-3;

    private static final double LEAST = 0.05;

    private FusionTrainer() {}

    /** Words alone. */
    static Fusion ofWords(List<Trial> trials) {
        return new Fusion(fit(trials, true, false)[0], 0);
    }

    /** Words and meaning; what speaks against the truth gets no weight. */
    static Fusion ofBoth(List<Trial> trials) {
        var both = fit(trials, true, true);
        if (both[1] <= 0) {
            return ofWords(trials);
        }
        return both[0] <= 0 ? new Fusion(0, fit(trials, false, true)[1]) : new Fusion(both[0], both[1]);
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

    private static double[] fit(List<Trial> trials, boolean words, boolean meaning) {
        var rows = trials.stream().filter(Trial::inScope).toList();
        var point = new double[] {words ? 1 : 0, meaning ? 1 : 0};
        if (rows.isEmpty()) {
            return point;
        }
        var value = value(rows, point);
        for (var round = 0; round < ROUNDS; round++) {
            var step = newtonStep(rows, point, words, meaning);
            var next = point;
            var nextValue = Double.POSITIVE_INFINITY;
            for (var length = 1.0; length > 1e-4 && nextValue >= value; length /= 2) {
                next = new double[] {point[0] - length * step[0], point[1] - length * step[1]};
                nextValue = value(rows, next);
            }
            if (nextValue >= value - 1e-9) {
                break;
            }
            point = next;
            value = nextValue;
        }
        return words && !meaning ? new double[] {Math.max(LEAST, point[0]), 0} : point;
    }

    private static double value(List<Trial> rows, double[] point) {
        return surprise(rows, new Fusion(point[0], point[1])) + ridge(point);
    }

    private static double ridge(double[] point) {
        return RIDGE / 2 * (point[0] * point[0] / 100 + point[1] * point[1]);
    }

    private static double[] newtonStep(List<Trial> rows, double[] point, boolean words, boolean meaning) {
        var fusion = new Fusion(point[0], point[1]);
        var slope = new double[] {RIDGE / 100 * point[0], RIDGE * point[1]};
        double ww = RIDGE / 100;
        double mm = RIDGE;
        double wm = 0;
        for (var row : rows) {
            var p = Fusion.probabilities(row.fused(fusion));
            var asked = row.ofMeaning().length > 0;
            double w = 0;
            double m = 0;
            double sumWw = 0;
            double sumMm = 0;
            double sumWm = 0;
            for (var i = 0; i < p.length; i++) {
                var a = row.ofWords()[i];
                var b = asked ? row.ofMeaning()[i] : 0;
                w += p[i] * a;
                m += p[i] * b;
                sumWw += p[i] * a * a;
                sumMm += p[i] * b * b;
                sumWm += p[i] * a * b;
            }
            slope[0] += (w - row.ofWords()[row.gold()]) / rows.size();
            slope[1] += (asked ? m - row.ofMeaning()[row.gold()] : 0) / rows.size();
            ww += (sumWw - w * w) / rows.size();
            mm += (sumMm - m * m) / rows.size();
            wm += (sumWm - w * m) / rows.size();
        }
        if (!meaning) {
            return new double[] {slope[0] / ww, 0};
        }
        if (!words) {
            return new double[] {0, slope[1] / mm};
        }
        var determinant = Math.max(ww * mm - wm * wm, 1e-12);
        return new double[] {
            (mm * slope[0] - wm * slope[1]) / determinant, (ww * slope[1] - wm * slope[0]) / determinant
        };
    }
}
