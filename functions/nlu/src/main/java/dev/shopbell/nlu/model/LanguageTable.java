package dev.shopbell.nlu.model;

import dev.shopbell.nlu.text.Spelling;

/**
 * How much more often each language has a piece of spelling than languages on the whole, as logarithms, for the pieces that
 * training saw in it; 8 bits each. Immutable; safe for use by many threads.
 */
// Arrays on purpose: this is the inner loop, and the table never leaves the model and its trainer.
public final class LanguageTable {
    /** What one of the 8 bits' steps is worth. */
    private static final float STEP = 0.06f;

    private static final int BUCKET_BITS = 16;

    private final int[] features;
    private final int[] starts;
    private final byte[] labels;
    private final byte[] gains;
    private final float[] missing;
    private final int[] buckets = new int[(1 << BUCKET_BITS) + 1];

    /**
     * @param features hashes, in ascending order
     * @param starts where each feature's languages begin in {@code labels} and {@code gains}; one more at the end
     * @param labels by feature, the languages that have it
     * @param gains beside them, what it says for the language, above {@code missing}
     * @param missing by language and order, what it says against a language not to have a feature that others have
     */
    LanguageTable(int[] features, int[] starts, byte[] labels, byte[] gains, float[] missing) {
        this.features = features;
        this.starts = starts;
        this.labels = labels;
        this.gains = gains;
        this.missing = missing;
        for (var feature : features) {
            buckets[bucket(feature) + 1]++;
        }
        for (var i = 1; i < buckets.length; i++) {
            buckets[i] += buckets[i - 1];
        }
    }

    /** Rounds gains to 8 bits; the rest as in the constructor. */
    public static LanguageTable of(int[] features, int[] starts, byte[] labels, float[] gains, float[] missing) {
        var bytes = new byte[gains.length];
        for (var i = 0; i < gains.length; i++) {
            bytes[i] = (byte) Math.clamp(Math.round(gains[i] / STEP), Byte.MIN_VALUE, Byte.MAX_VALUE);
        }
        return new LanguageTable(features, starts, labels, bytes, missing);
    }

    /** The bits above, with the sign's first: the order of ints. */
    private static int bucket(int feature) {
        return (feature >> (Integer.SIZE - BUCKET_BITS)) + (1 << (BUCKET_BITS - 1));
    }

    /** What a word says for and against each language; what no language has says nothing. */
    float[] word(String run, String previous) {
        var sums = new float[missing.length / Spelling.ORDERS];
        var known = new int[Spelling.ORDERS];
        Spelling.of(run, previous, (feature, order) -> {
            var at = indexOf(feature);
            if (at >= 0) {
                known[order]++;
                for (var i = starts[at]; i < starts[at + 1]; i++) {
                    sums[labels[i]] += gains[i] * STEP;
                }
            }
        });
        for (var label = 0; label < sums.length; label++) {
            for (var order = 1; order < Spelling.ORDERS; order++) {
                sums[label] += known[order] * missing[label * Spelling.ORDERS + order];
            }
        }
        return sums;
    }

    private int indexOf(int feature) {
        var bucket = bucket(feature);
        for (var i = buckets[bucket]; i < buckets[bucket + 1]; i++) {
            if (features[i] == feature) {
                return i;
            }
        }
        return -1;
    }

    int[] features() {
        return features;
    }

    int[] starts() {
        return starts;
    }

    byte[] labels() {
        return labels;
    }

    byte[] gains() {
        return gains;
    }

    float[] missing() {
        return missing;
    }
}
