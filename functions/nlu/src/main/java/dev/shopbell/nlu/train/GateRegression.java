package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.Gate;
import dev.shopbell.nlu.model.Signs;
import java.util.ArrayList;
import java.util.List;

/**
 * Logistic regression over signs by Newton's method. Weights begin at the usual ones and leave them as far as rows speak for
 * it, so that a few dozen rows, some of them made up, cannot turn a gate upside down.
 */
final class GateRegression {
    private static final int ROUNDS = 60;
    private static final double GOOD_ENOUGH = 1e-6;
    /** No longer step is made at a time: far out the curve says nothing of the way. */
    private static final double LONGEST_STEP = 2;

    private final UsualGate usual;
    private final double trust;
    private final List<Row> rows;

    private GateRegression(UsualGate usual, double trust, List<Row> rows) {
        this.usual = usual;
        this.trust = trust;
        this.rows = rows.stream()
                .map(row -> new Row(usual.scaled(row.signs()), row.good(), row.share()))
                .toList();
    }

    /**
     * What is learned from.
     *
     * @param good whether the gate shall let it through
     * @param share how many rows it counts as
     */
    @SuppressWarnings("ArrayRecordComponent") // inner workings: made and read in this package
    record Row(double[] signs, boolean good, double share) {}

    /**
     * The gate that begins at what is usual; its threshold is 0.
     *
     * @param trust what is usual counts as much as so many rows
     */
    static Gate fit(List<double[]> signs, boolean[] good, double trust) {
        var usual = UsualGate.of(signs.getFirst().length);
        return new Gate(usual.unscaled(weights(usual, trust, rows(signs, good, good.length))), 0);
    }

    /** Rows of which both kinds count alike, however many of each there are, and all together as many as is said. */
    static List<Row> rows(List<double[]> signs, boolean[] good, double together) {
        var count = 0;
        for (var isGood : good) {
            count += isGood ? 1 : 0;
        }
        var rows = new ArrayList<Row>();
        for (var i = 0; i < good.length; i++) {
            rows.add(new Row(signs.get(i), good[i], together / 2 / (good[i] ? count : good.length - count)));
        }
        return rows;
    }

    /** Weights of scaled signs, the constant last. */
    static double[] weights(UsualGate usual, double trust, List<Row> rows) {
        return new GateRegression(usual, trust, rows).weights();
    }

    private double[] weights() {
        var used = new ArrayList<Boolean>();
        for (var i = 0; i <= usual.signs().size(); i++) {
            used.add(true);
        }
        var weights = fit(used);
        for (var worst = worst(weights, used); worst >= 0; worst = worst(weights, used)) {
            used.set(worst, false);
            weights = fit(used);
        }
        return weights;
    }

    /** The sign that speaks furthest against its own sense, as with few rows chance would have it; -1 if none does. */
    private static int worst(double[] weights, List<Boolean> used) {
        var worst = -1;
        var most = 0.0;
        for (var i = 0; i + 1 < weights.length; i++) {
            var against = -weights[i] * Signs.direction(i);
            if (used.get(i) && against > most) {
                worst = i;
                most = against;
            }
        }
        return worst;
    }

    private double[] fit(List<Boolean> used) {
        var weights = usual.weights();
        for (var i = 0; i < weights.length; i++) {
            weights[i] = used.get(i) ? weights[i] : 0;
        }
        for (var round = 0; round < ROUNDS; round++) {
            var step = step(weights, used);
            var longest = 0.0;
            for (var length : step) {
                longest = Math.max(longest, Math.abs(length));
            }
            for (var i = 0; i < weights.length; i++) {
                weights[i] += step[i] * Math.min(1, LONGEST_STEP / Math.max(longest, LONGEST_STEP));
            }
            if (longest < GOOD_ENOUGH) {
                break;
            }
        }
        return weights;
    }

    private double[] step(double[] weights, List<Boolean> used) {
        var size = weights.length;
        var slope = new double[size];
        var bend = new double[size][size];
        for (var each : rows) {
            var row = each.signs();
            var p = 1 / (1 + Math.exp(-dot(weights, row)));
            for (var i = 0; i < size; i++) {
                slope[i] += each.share() * ((each.good() ? 1 : 0) - p) * row[i];
                for (var j = 0; j < size; j++) {
                    bend[i][j] += each.share() * p * (1 - p) * row[i] * row[j];
                }
            }
        }
        var begin = usual.weights();
        for (var i = 0; i < size; i++) {
            slope[i] -= trust * (weights[i] - begin[i]);
            bend[i][i] += trust;
            if (!used.get(i)) {
                slope[i] = 0;
                for (var j = 0; j < size; j++) {
                    bend[i][j] = bend[j][i] = 0;
                }
                bend[i][i] = 1;
            }
        }
        return LinearSystem.solve(bend, slope);
    }

    private static double dot(double[] weights, double[] row) {
        var sum = 0.0;
        for (var i = 0; i < row.length; i++) {
            sum += weights[i] * row[i];
        }
        return sum;
    }
}
