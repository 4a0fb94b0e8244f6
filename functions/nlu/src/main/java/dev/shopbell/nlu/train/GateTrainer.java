package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.Fusion;
import dev.shopbell.nlu.model.Gate;
import dev.shopbell.nlu.model.Signs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Learns gates: logistic regression over signs, then the threshold that serves best. */
final class GateTrainer {
    private static final int ROUNDS = 400;
    private static final double STEP = 0.5;
    private static final double DECAY = 1e-3;
    /** This share of the rows in scope may be worse off for asking words alone. */
    private static final double MOST_HARMED = 0.001;
    /** This share of strangers may be taken for somebody one knows, by words alone. */
    private static final double MOST_LET_IN = 0.02;

    private GateTrainer() {}

    /**
     * What a threshold costs.
     *
     * @param refusal turning away a share of what was understood costs so many times what letting the same share of
     *     strangers in costs
     * @param mostRefused at most this share of the rows that were understood rightly may be turned away without need
     */
    record Price(double refusal, double mostRefused) {}

    private record Point(double probability, Trial trial) {}

    /** In scope or not; open where there is nothing to learn from. */
    static Gate ofScope(List<Trial> trials, Function<Trial, double[]> signs, Fusion fusion, Price price) {
        var gate = regression(trials, signs, Trial::inScope);
        if (gate == null) {
            return Gate.open();
        }
        var right = (double)
                Math.max(1, trials.stream().filter(t -> t.right(fusion)).count());
        var outside = (double) trials.stream().filter(trial -> !trial.inScope()).count();
        var points = points(trials, signs, gate);
        var refusedRight = 0.0;
        var refusedOutside = 0.0;
        var best = 0.0;
        var bestGain = 0.0;
        for (var i = 0; i + 1 < points.size(); i++) {
            var trial = points.get(i).trial();
            refusedRight += trial.right(fusion) ? 1 : 0;
            refusedOutside += trial.inScope() ? 0 : 1;
            var gain = refusedOutside / outside - price.refusal() * refusedRight / right;
            if (gain > bestGain && refusedRight / right <= price.mostRefused()) {
                bestGain = gain;
                best = (points.get(i).probability() + points.get(i + 1).probability()) / 2;
            }
        }
        return gate.withThreshold(best);
    }

    /**
     * Whether words alone are sure enough: where they are, hardly a row would have been better off with meaning.
     *
     * @param strangers rows that are out of scope, judged by words
     */
    static Gate ofSureness(List<Trial> trials, Fusion fusion, List<Trial> strangers) {
        var words = Fusion.ofWords(1);
        var all = new ArrayList<>(strangers);
        trials.stream().filter(Trial::inScope).forEach(all::add);
        var gate = regression(all, Trial::wordSigns, trial -> trial.right(words));
        if (gate == null) {
            return Gate.shut();
        }
        var points = points(all, Trial::wordSigns, gate);
        var known = all.size() - strangers.size();
        var harmed = 0;
        var letIn = 0;
        var threshold = 1.0;
        for (var i = points.size() - 1; i > 0; i--) {
            var trial = points.get(i).trial();
            letIn += trial.inScope() ? 0 : 1;
            harmed += trial.inScope() && !trial.right(words) && trial.right(fusion) ? 1 : 0;
            if (harmed > MOST_HARMED * known || letIn > MOST_LET_IN * strangers.size()) {
                break;
            }
            threshold = (points.get(i).probability() + points.get(i - 1).probability()) / 2;
        }
        return gate.withThreshold(threshold);
    }

    private static List<Point> points(List<Trial> trials, Function<Trial, double[]> signs, Gate gate) {
        var points = new ArrayList<Point>();
        trials.forEach(trial -> points.add(new Point(gate.probability(signs.apply(trial)), trial)));
        points.sort(Comparator.comparingDouble(Point::probability));
        return points;
    }

    /** Null if all rows are of one kind. */
    private static @Nullable Gate regression(
            List<Trial> trials, Function<Trial, double[]> signsOf, Predicate<Trial> good) {
        var goods = trials.stream().filter(good).count();
        if (goods == 0 || goods == trials.size()) {
            return null;
        }
        var signs = trials.stream().map(signsOf).toList();
        var scaling = Scaling.of(signs);
        var scaled = signs.stream().map(scaling::apply).toList();
        var size = scaled.getFirst().length;
        var weights = new double[size + 1];
        // Both kinds count alike, however many of each there are.
        var perGood = 0.5 / goods;
        var perBad = 0.5 / (trials.size() - goods);
        for (var round = 0; round < ROUNDS; round++) {
            var slope = new double[weights.length];
            for (var t = 0; t < scaled.size(); t++) {
                var row = scaled.get(t);
                var isGood = good.test(trials.get(t));
                var error = ((isGood ? 1 : 0) - 1 / (1 + Math.exp(-dot(weights, row)))) * (isGood ? perGood : perBad);
                for (var i = 0; i < size; i++) {
                    slope[i] += error * row[i];
                }
                slope[size] += error;
            }
            for (var i = 0; i < weights.length; i++) {
                weights[i] += STEP * (slope[i] * 4 - DECAY * weights[i]);
            }
            for (var i = 0; i < size; i++) {
                // With few rows chance would have a lead speak against an answer.
                if (weights[i] * Signs.direction(i) < 0) {
                    weights[i] = 0;
                }
            }
        }
        return new Gate(scaling.unscale(weights), 0);
    }

    private static double dot(double[] weights, double[] signs) {
        var sum = weights[signs.length];
        for (var i = 0; i < signs.length; i++) {
            sum += weights[i] * signs[i];
        }
        return sum;
    }

    /** Signs moved and stretched to mean 0 and spread 1. */
    @SuppressWarnings("ArrayRecordComponent") // used and forgotten in this class
    private record Scaling(double[] mean, double[] spread) {
        static Scaling of(List<double[]> rows) {
            var size = rows.getFirst().length;
            var mean = new double[size];
            var spread = new double[size];
            for (var i = 0; i < size; i++) {
                var sign = i;
                mean[i] = rows.stream().mapToDouble(row -> row[sign]).average().orElse(0);
                var squares = rows.stream().mapToDouble(row -> Math.pow(row[sign] - mean[sign], 2));
                spread[i] = Math.max(1e-6, Math.sqrt(squares.average().orElse(0)));
            }
            return new Scaling(mean, spread);
        }

        double[] apply(double[] signs) {
            var result = new double[signs.length];
            for (var i = 0; i < signs.length; i++) {
                result[i] = (signs[i] - mean[i]) / spread[i];
            }
            return result;
        }

        List<Double> unscale(double[] weights) {
            var constant = weights[mean.length];
            var result = new ArrayList<Double>();
            for (var i = 0; i < mean.length; i++) {
                result.add(weights[i] / spread[i]);
                constant -= weights[i] * mean[i] / spread[i];
            }
            result.add(constant);
            return result;
        }
    }
}
