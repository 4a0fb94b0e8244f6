package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.Gate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Learns to tell what is in scope: logistic regression over the gate's signs, then the threshold that serves best. */
final class GateTrainer {
    private static final int ROUNDS = 400;
    private static final double STEP = 0.5;
    private static final double DECAY = 1e-3;
    /** Turning away what was understood costs so many times what letting a stranger in costs. */
    private static final double REFUSAL_COST = 1.5;

    private static final Gate OPEN = new Gate(List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0), 0);

    /** At most this share of the rows that were understood rightly may be turned away without need. */
    private final double mostRefused;

    GateTrainer(double mostRefused) {
        this.mostRefused = mostRefused;
    }

    /** The gate, or one that is always open where there is nothing to learn from. */
    Gate train(List<Trial> trials) {
        var inside = trials.stream().filter(Trial::inScope).count();
        if (inside == 0 || inside == trials.size()) {
            return OPEN;
        }
        var gate = new Gate(regression(trials, inside), 0);
        return gate.withThreshold(threshold(gate, trials));
    }

    private static List<Double> regression(List<Trial> trials, long inside) {
        var scaling = Scaling.of(trials);
        var weights = new double[Gate.SIGNS + 1];
        // Both kinds count alike, however many of each there are.
        var perInside = 0.5 / inside;
        var perOutside = 0.5 / (trials.size() - inside);
        for (var round = 0; round < ROUNDS; round++) {
            var slope = new double[weights.length];
            for (var trial : trials) {
                var signs = scaling.apply(trial.signs());
                var guess = 1 / (1 + Math.exp(-dot(weights, signs)));
                var error = ((trial.inScope() ? 1 : 0) - guess) * (trial.inScope() ? perInside : perOutside);
                for (var i = 0; i < signs.length; i++) {
                    slope[i] += error * signs[i];
                }
                slope[Gate.SIGNS] += error;
            }
            for (var i = 0; i < weights.length; i++) {
                weights[i] += STEP * (slope[i] * 4 - DECAY * weights[i]);
            }
        }
        return scaling.unscale(weights);
    }

    private static double dot(double[] weights, double[] signs) {
        var sum = weights[Gate.SIGNS];
        for (var i = 0; i < Gate.SIGNS; i++) {
            sum += weights[i] * signs[i];
        }
        return sum;
    }

    /** The threshold with the most right answers and right refusals, refusing few of those it understands. */
    private double threshold(Gate gate, List<Trial> trials) {
        record Point(double probability, Trial trial) {}
        var points = new ArrayList<Point>();
        trials.forEach(trial -> points.add(new Point(gate.probability(trial.signs()), trial)));
        points.sort(Comparator.comparingDouble(Point::probability));
        var right = (double) Math.max(1, trials.stream().filter(Trial::right).count());
        var outside = (double) trials.stream().filter(trial -> !trial.inScope()).count();
        var refusedRight = 0.0;
        var refusedOutside = 0.0;
        var best = 0.0;
        var bestGain = 0.0;
        for (var i = 0; i + 1 < points.size(); i++) {
            refusedRight += points.get(i).trial().right() ? 1 : 0;
            refusedOutside += points.get(i).trial().inScope() ? 0 : 1;
            var gain = refusedOutside / outside - REFUSAL_COST * refusedRight / right;
            if (gain > bestGain && refusedRight / right <= mostRefused) {
                bestGain = gain;
                best = (points.get(i).probability() + points.get(i + 1).probability()) / 2;
            }
        }
        return best;
    }

    /** Signs moved and stretched to mean 0 and spread 1. */
    @SuppressWarnings("ArrayRecordComponent") // used and forgotten in this class
    private record Scaling(double[] mean, double[] spread) {
        static Scaling of(List<Trial> trials) {
            var mean = new double[Gate.SIGNS];
            var spread = new double[Gate.SIGNS];
            for (var i = 0; i < Gate.SIGNS; i++) {
                var sign = i;
                var numbers = trials.stream().mapToDouble(trial -> trial.signs()[sign]);
                mean[i] = numbers.average().orElse(0);
                var squares = trials.stream().mapToDouble(trial -> Math.pow(trial.signs()[sign] - mean[sign], 2));
                spread[i] = Math.max(1e-6, Math.sqrt(squares.average().orElse(0)));
            }
            return new Scaling(mean, spread);
        }

        double[] apply(double[] signs) {
            var result = new double[Gate.SIGNS];
            for (var i = 0; i < Gate.SIGNS; i++) {
                result[i] = (signs[i] - mean[i]) / spread[i];
            }
            return result;
        }

        List<Double> unscale(double[] weights) {
            var constant = weights[Gate.SIGNS];
            var result = new ArrayList<Double>();
            for (var i = 0; i < Gate.SIGNS; i++) {
                result.add(weights[i] / spread[i]);
                constant -= weights[i] * mean[i] / spread[i];
            }
            result.add(constant);
            return result;
        }
    }
}
