package dev.shopbell.nlu.model;

/**
 * How much words and meaning count: an intent's logarithm of odds is the sum of its two scores, each times its weight.
 *
 * @param words weight of the words' scores
 * @param meaning weight of the meaning's scores; 0 if it is not asked
 */
public record Fusion(double words, double meaning) {

    /** The fused scores; {@code ofMeaning} is empty where meaning was not asked. */
    public double[] fuse(double[] ofWords, double[] ofMeaning) {
        var fused = new double[ofWords.length];
        for (var i = 0; i < fused.length; i++) {
            fused[i] = words * ofWords[i] + (ofMeaning.length == 0 ? 0 : meaning * ofMeaning[i]);
        }
        return fused;
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
