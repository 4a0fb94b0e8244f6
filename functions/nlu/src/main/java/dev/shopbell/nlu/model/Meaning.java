package dev.shopbell.nlu.model;

/**
 * One linear score per label over sentence vectors; weights of 8 bits, a scale per label. Safe for use by many threads.
 *
 * @param size how many numbers a sentence vector has
 * @param weights for each label, one weight per number of the vector
 * @param scales what a weight of 1 is worth, per label
 */
// Arrays on purpose: this is an inner loop, and the record never leaves the model.
@SuppressWarnings("ArrayRecordComponent")
public record Meaning(int size, byte[] weights, float[] scales, float[] biases) {

    /**
     * Rounds trained weights to 8 bits.
     *
     * @param planes per label one weight per number, the bias last
     */
    public static Meaning of(float[][] planes) {
        var size = planes[0].length - 1;
        var weights = new byte[size * planes.length];
        var scales = new float[planes.length];
        var biases = new float[planes.length];
        for (var label = 0; label < planes.length; label++) {
            scales[label] = EightBits.scale(planes[label], size);
            biases[label] = planes[label][size];
            EightBits.round(planes[label], size, scales[label], weights, label * size);
        }
        return new Meaning(size, weights, scales, biases);
    }

    int labels() {
        return scales.length;
    }

    /** Scores by label: logarithms of odds, up to a constant. */
    public double[] scores(float[] sentence) {
        var scores = new double[scales.length];
        for (var label = 0; label < scores.length; label++) {
            scores[label] = EightBits.dot(weights, label * size, sentence, size) * scales[label] + biases[label];
        }
        return scores;
    }
}
