package dev.shopbell.nlu.model;

import dev.shopbell.nlu.text.Word;
import java.util.List;

/** One linear score per label over one vocabulary; weights of 8 bits, a scale per label. Safe for use by many threads. */
public final class Classifier {
    private final List<String> labels;
    private final Vocabulary vocabulary;
    private final byte[] weights;
    private final float[] scales;
    private final float[] biases;

    /**
     * @param weights for each feature of the vocabulary, one weight per label
     * @param scales what a weight of 1 is worth, per label
     */
    Classifier(List<String> labels, Vocabulary vocabulary, byte[] weights, float[] scales, float[] biases) {
        this.labels = List.copyOf(labels);
        this.vocabulary = vocabulary;
        this.weights = weights;
        this.scales = scales;
        this.biases = biases;
    }

    /**
     * Rounds trained weights to 8 bits.
     *
     * @param planes per label one weight per feature, the bias last
     */
    public static Classifier of(List<String> labels, Vocabulary vocabulary, float[][] planes) {
        var features = vocabulary.size();
        var weights = new byte[features * planes.length];
        var scales = new float[planes.length];
        var biases = new float[planes.length];
        for (var label = 0; label < planes.length; label++) {
            var plane = planes[label];
            var largest = 0f;
            for (var i = 0; i < features; i++) {
                largest = Math.max(largest, Math.abs(plane[i]));
            }
            scales[label] = Math.max(largest, 1e-6f) / Byte.MAX_VALUE;
            biases[label] = plane[features];
            for (var i = 0; i < features; i++) {
                weights[i * planes.length + label] = (byte) Math.round(plane[i] / scales[label]);
            }
        }
        return new Classifier(labels, vocabulary, weights, scales, biases);
    }

    public List<String> labels() {
        return labels;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    byte[] weights() {
        return weights;
    }

    float[] scales() {
        return scales;
    }

    float[] biases() {
        return biases;
    }

    public TextVector vector(List<Word> words) {
        return vocabulary.vector(words);
    }

    /** Scores by label: above 0 speaks for it, 1 is a typical example of training. */
    public double[] scores(TextVector vector) {
        var sums = new float[labels.size()];
        var indexes = vector.indexes();
        for (var i = 0; i < indexes.length; i++) {
            var value = vector.values()[i];
            var row = indexes[i] * sums.length;
            for (var label = 0; label < sums.length; label++) {
                sums[label] += value * weights[row + label];
            }
        }
        var scores = new double[sums.length];
        for (var label = 0; label < sums.length; label++) {
            scores[label] = sums[label] * scales[label] + biases[label];
        }
        return scores;
    }
}
