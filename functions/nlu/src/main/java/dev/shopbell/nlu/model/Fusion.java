package dev.shopbell.nlu.model;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How much words, meaning and the nearest example count: an intent's logarithm of odds is the sum of its scores, each times
 * its weight.
 *
 * @param words weight of the words' scores
 * @param meaning weight of the meaning's scores; 0 if it is not asked
 * @param nearest weight of the likeness of each intent's nearest example; 0 if it is not asked
 */
public record Fusion(double words, double meaning, double nearest) {
    private static final int WORTH_A_LOOK = 3;

    /** Words alone. */
    public static Fusion ofWords(double weight) {
        return new Fusion(weight, 0, 0);
    }

    /** The fused scores; the other two are empty where meaning was not asked. */
    public double[] fuse(double[] ofWords, double[] ofMeaning, double[] ofNearest) {
        var fused = new double[ofWords.length];
        for (var i = 0; i < fused.length; i++) {
            fused[i] =
                    words * ofWords[i] + (ofMeaning.length == 0 ? 0 : meaning * ofMeaning[i] + nearest * ofNearest[i]);
        }
        return fused;
    }

    /** The labels whose nearest example is worth a look: hardly ever is the right one not among the first three of either. */
    public static SortedSet<Integer> worthALook(double[] ofWords, double[] ofMeaning, int intents) {
        var worth = new TreeSet<Integer>();
        addBest(ofWords, intents, worth);
        addBest(ofMeaning, intents, worth);
        for (var outside = intents; outside < ofWords.length; outside++) {
            worth.add(outside);
        }
        return worth;
    }

    private static void addBest(double[] scores, int intents, SortedSet<Integer> to) {
        var taken = new boolean[intents];
        for (var count = 0; count < Math.min(WORTH_A_LOOK, intents); count++) {
            var best = -1;
            for (var i = 0; i < intents; i++) {
                if (!taken[i] && (best < 0 || scores[i] > scores[best])) {
                    best = i;
                }
            }
            taken[best] = true;
            to.add(best);
        }
    }

    /** Probabilities of logarithms of odds, sum 1. */
    public static double[] probabilities(double[] scores) {
        var top = Double.NEGATIVE_INFINITY;
        for (var score : scores) {
            top = Math.max(top, score);
        }
        var sum = 0.0;
        var result = new double[scores.length];
        for (var i = 0; i < scores.length; i++) {
            result[i] = Math.exp(scores[i] - top);
            sum += result[i];
        }
        for (var i = 0; i < result.length; i++) {
            result[i] /= sum;
        }
        return result;
    }
}
