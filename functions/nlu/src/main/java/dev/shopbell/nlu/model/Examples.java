package dev.shopbell.nlu.model;

import dev.shopbell.nlu.text.Word;
import dev.shopbell.nlu.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
    private static final int AMBIGUOUS = -1;

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

    /** Labels by {@link #key}, of the texts that only one label has. */
    public Map<String, Integer> labelsByKey() {
        var labels = new HashMap<String, Integer>();
        var at = 0;
        for (var label = 0; label < ends.length; label++) {
            for (; at < ends[label]; at++) {
                var here = label;
                labels.merge(key(Words.of(texts.get(at))), label, (before, now) -> before == here ? here : AMBIGUOUS);
            }
        }
        labels.values().removeIf(label -> label == AMBIGUOUS);
        labels.remove("");
        return labels;
    }

    /** What two texts share that differ in nothing but case, accents and punctuation. */
    public static String key(List<Word> words) {
        return words.stream().map(Word::folded).collect(Collectors.joining(" "));
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
