package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.Fusion;
import dev.shopbell.nlu.model.Gate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Learns gates: {@link GateRegression}, then the threshold that serves best. */
final class GateTrainer {
    /** This share of the rows in scope may be worse off for asking words alone. */
    private static final double MOST_HARMED = 0.002;
    /**
     * Of those for whom words alone are asked, this share may be worse off, as far as it is seen: by Laplace's rule of succession, so that a
     * few rows without harm do not show that there is none. Fewer than a hundred rows are too few.
     */
    private static final double MOST_HARMED_OF_SURE = 0.01;
    /** This share of strangers may be taken for somebody one knows, by words alone. */
    private static final double MOST_LET_IN = 0.04;

    /**
     * Turning away a share of what was understood costs so many times what letting the same share of strangers in costs: an
     * owner is hurt more by a question turned away than by a wrong suggestion.
     */
    private static final double REFUSAL = 2.5;
    /** At most this share of the rows that were understood rightly may be turned away where strangers are known. */
    private static final double MOST_REFUSED = 0.03;
    /** What is usual counts as so many rows beside strangers that were made up: those who come will be others. */
    private static final double TRUST = 20;
    /** Beside strangers that the owner has shown it only breaks ties. */
    private static final double SHOWN_TRUST = 0.3;

    private GateTrainer() {}

    private record Point(double probability, Trial trial) {}

    /** In scope or not, where strangers had to be made up: whoever is likely enough to be in scope is let in. */
    static Gate ofScope(List<Trial> trials, Function<Trial, double[]> signs) {
        return regression(trials, signs, Trial::inScope, TRUST).withThreshold(1 / (1 + REFUSAL));
    }

    /** In scope or not, where the owner has shown enough strangers to choose the threshold by them. */
    static Gate ofShownScope(List<Trial> trials, Function<Trial, double[]> signs, Fusion fusion) {
        var gate = regression(trials, signs, Trial::inScope, SHOWN_TRUST);
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
            var gain = refusedOutside / outside - REFUSAL * refusedRight / right;
            if (gain > bestGain && refusedRight / right <= MOST_REFUSED) {
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
        if (all.isEmpty()) {
            return Gate.shut();
        }
        var gate = regression(all, Trial::wordSigns, trial -> trial.right(words), TRUST);
        var points = points(all, Trial::wordSigns, gate);
        var known = all.size() - strangers.size();
        var sure = 0;
        var harmed = 0;
        var letIn = 0;
        var threshold = 1.0;
        for (var i = points.size() - 1; i > 0; i--) {
            var trial = points.get(i).trial();
            letIn += trial.inScope() ? 0 : 1;
            sure += trial.inScope() ? 1 : 0;
            harmed += trial.inScope() && !trial.right(words) && trial.right(fusion) ? 1 : 0;
            if (harmed > MOST_HARMED * known || letIn > MOST_LET_IN * strangers.size()) {
                break;
            }
            if (harmed + 1 <= MOST_HARMED_OF_SURE * (sure + 2)) {
                threshold = (points.get(i).probability() + points.get(i - 1).probability()) / 2;
            }
        }
        return gate.withThreshold(threshold);
    }

    private static List<Point> points(List<Trial> trials, Function<Trial, double[]> signs, Gate gate) {
        var points = new ArrayList<Point>();
        trials.forEach(trial -> points.add(new Point(gate.probability(signs.apply(trial)), trial)));
        points.sort(Comparator.comparingDouble(Point::probability));
        return points;
    }

    private static Gate regression(
            List<Trial> trials, Function<Trial, double[]> signs, Predicate<Trial> good, double trust) {
        var rows = new boolean[trials.size()];
        for (var i = 0; i < rows.length; i++) {
            rows[i] = good.test(trials.get(i));
        }
        return GateRegression.fit(trials.stream().map(signs).toList(), rows, trust);
    }
}
