package dev.shopbell.nlu.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What training saw, with its sentence vectors in 8 bits: to say which example a text is nearest to, and how near.
 *
 * @param texts grouped by label
 * @param ends per label, the place one past its last text
 * @param vectors of all texts in their order; empty where sentences were not encoded
 * @param scale what 1 is worth in the vectors
 */
@SuppressWarnings("ArrayRecordComponent") // as in Meaning
public record Examples(List<String> texts, int[] ends, byte[] vectors, float scale) {
    /** No examples. */
    public static final Examples NONE = new Examples(List.of(), new int[0], new byte[0], 1);

    public Examples {
        texts = List.copyOf(texts);
    }

    /**
     * An example and how near it is.
     *
     * @param likeness cosine of the angle between the vectors, -1..1
     */
    public record Near(String text, double likeness) {
        static final Near NOTHING = new Near("", 0);
    }

    /**
     * Keeps examples.
     *
     * @param byLabel per label its texts
     * @param sentences their vectors, in the same order; empty lists where sentences were not encoded
     */
    public static Examples of(List<List<String>> byLabel, List<List<float[]>> sentences) {
        var texts = new ArrayList<String>();
        var ends = new int[byLabel.size()];
        for (var label = 0; label < ends.length; label++) {
            texts.addAll(byLabel.get(label));
            ends[label] = texts.size();
        }
        var all = sentences.stream().flatMap(List::stream).toList();
        var size = all.isEmpty() ? 0 : all.getFirst().length;
        var vectors = new byte[all.size() * size];
        var scale = 0f;
        for (var vector : all) {
            scale = Math.max(scale, EightBits.scale(vector, size));
        }
        for (var i = 0; i < all.size(); i++) {
            EightBits.round(all.get(i), size, scale, vectors, i * size);
        }
        return new Examples(texts, ends, vectors, scale);
    }

    private int size() {
        return texts.isEmpty() ? 0 : vectors.length / texts.size();
    }

    /** The label's example that is nearest to a sentence; likeness 0 if there is none. */
    public Near nearest(int label, float[] sentence) {
        var size = size();
        if (size == 0 || label >= ends.length) {
            return Near.NOTHING;
        }
        var best = -1;
        var most = Float.NEGATIVE_INFINITY;
        for (var i = label == 0 ? 0 : ends[label - 1]; i < ends[label]; i++) {
            var likeness = EightBits.dot(vectors, i * size, sentence, size);
            if (likeness > most) {
                most = likeness;
                best = i;
            }
        }
        return best < 0 ? Near.NOTHING : new Near(texts.get(best), most * scale);
    }
}
