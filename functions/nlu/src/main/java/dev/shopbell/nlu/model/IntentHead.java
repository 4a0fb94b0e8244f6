package dev.shopbell.nlu.model;

import dev.shopbell.nlu.text.Word;
import java.util.List;

/**
 * The intents in one language.
 *
 * @param language BCP 47; empty if the head serves every language
 * @param classifier its labels are the intents, and {@link #OUTSIDE} if training had out-of-scope examples
 * @param sharpness turns scores into probabilities: e to the power of (sharpness × score), normalised
 * @param gate in scope or not
 */
public record IntentHead(String language, Classifier classifier, double sharpness, Gate gate) {
    /** The label of out-of-scope examples; no intent can have it, being no name. */
    public static final String OUTSIDE = "\u0000outside";

    /**
     * Judges a text.
     *
     * @param leaning what hints add to an intent's score
     */
    public Judgement judge(List<Word> words, Leaning leaning) {
        var vector = classifier.vector(words);
        return judge(vector, classifier.scores(vector), leaning);
    }

    Judgement judge(TextVector vector, double[] all, Leaning leaning) {
        var outside = classifier.labels().indexOf(OUTSIDE);
        var intents = outside < 0 ? all.length : all.length - 1;
        var scores = new double[intents];
        var labels = classifier.labels().subList(0, intents);
        for (var i = 0; i < intents; i++) {
            scores[i] = all[i] + leaning.towards(labels.get(i));
        }
        var outsider = outside < 0 ? Double.NaN : all[outside];
        var signs = Gate.signs(scores, outsider, vector);
        var inScope = gate.probability(signs);
        // What sounds like the out-of-scope examples, and more so than like any intent, never passes the gate.
        var passes = !(outsider > Math.max(0, signs[0]));
        return new Judgement(
                labels, scores, signs, probabilities(scores), passes ? inScope : inScope * gate.threshold());
    }

    private double[] probabilities(double[] scores) {
        var top = Double.NEGATIVE_INFINITY;
        for (var score : scores) {
            top = Math.max(top, score);
        }
        var sum = 0.0;
        var result = new double[scores.length];
        for (var i = 0; i < scores.length; i++) {
            result[i] = Math.exp(sharpness * (scores[i] - top));
            sum += result[i];
        }
        for (var i = 0; i < result.length; i++) {
            result[i] /= sum;
        }
        return result;
    }

    /** What hints of the conversation add to an intent's score; a typical example scores 1. */
    @FunctionalInterface
    public interface Leaning {
        Leaning NONE = intent -> 0;

        double towards(String intent);
    }

    /**
     * @param labels the intents, in the order of the numbers
     * @param signs what the gate saw
     * @param probabilities given that the text is in scope, sum 1
     * @param inScope probability of being in scope
     */
    @SuppressWarnings("ArrayRecordComponent") // inner workings: made and read in one place
    public record Judgement(
            List<String> labels, double[] scores, double[] signs, double[] probabilities, double inScope) {

        /** Index of the best intent; the first of equals. */
        public int best() {
            var best = 0;
            for (var i = 1; i < scores.length; i++) {
                if (scores[i] > scores[best]) {
                    best = i;
                }
            }
            return best;
        }
    }
}
