package dev.shopbell.nlu.model;

import dev.shopbell.nlu.text.Word;
import dev.shopbell.nlu.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What training saw, with its sentence vectors in 8 bits: to say which example a text is nearest to, and how near.
 *
 * @param texts grouped by label
 * @param ends per label, the place one past its last text
 * @param whitening how sentence vectors come into the space in which likeness is measured
 * @param vectors of all texts in their order, in that space; empty where sentences were not encoded
 * @param scale what 1 is worth in the vectors
 */
@SuppressWarnings("ArrayRecordComponent") // as in Meaning
public record Examples(List<String> texts, int[] ends, Whitening whitening, byte[] vectors, float scale) {
    private static final int AMBIGUOUS = -1;

    /** No examples. */
    public static final Examples NONE = new Examples(List.of(), new int[0], Whitening.NONE, new byte[0], 1);

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
     * @param sentences their vectors, in the same order; no lists where sentences were not encoded
     */
    public static Examples of(List<List<String>> byLabel, List<List<float[]>> sentences, Whitening whitening) {
        var texts = new ArrayList<String>();
        var ends = new int[byLabel.size()];
        for (var label = 0; label < ends.length; label++) {
            texts.addAll(byLabel.get(label));
            ends[label] = texts.size();
        }
        var all = sentences.stream().flatMap(List::stream).map(whitening::apply).toList();
        var size = all.isEmpty() ? 0 : all.getFirst().length;
        var vectors = new byte[all.size() * size];
        var scale = 0f;
        for (var vector : all) {
            scale = Math.max(scale, EightBits.scale(vector, size));
        }
        for (var i = 0; i < all.size(); i++) {
            EightBits.round(all.get(i), size, scale, vectors, i * size);
        }
        return new Examples(texts, ends, whitening, vectors, scale);
    }

    /** The texts alone, where no sentence will be encoded. */
    public Examples withoutVectors() {
        return new Examples(texts, ends, Whitening.NONE, new byte[0], 1);
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

    /**
     * How near each label's nearest example is, of the labels that are worth a look; the others get the least of these.
     *
     * @param sentence as it was encoded
     * @param looked labels
     */
    public double[] likeness(float[] sentence, Collection<Integer> looked, int labels) {
        var place = whitening.apply(sentence);
        var least = 1.0;
        var result = new double[labels];
        for (var label : looked) {
            result[label] = nearestTo(label, place).likeness();
            least = Math.min(least, result[label]);
        }
        for (var label = 0; label < labels; label++) {
            if (!looked.contains(label)) {
                result[label] = least;
            }
        }
        return result;
    }

    /** The label's example that is nearest to a sentence; likeness 0 if there is none. */
    public Near nearest(int label, float[] sentence) {
        return nearestTo(label, whitening.apply(sentence));
    }

    private Near nearestTo(int label, float[] place) {
        var size = size();
        if (size == 0 || label >= ends.length) {
            return Near.NOTHING;
        }
        var best = -1;
        var most = Float.NEGATIVE_INFINITY;
        for (var i = label == 0 ? 0 : ends[label - 1]; i < ends[label]; i++) {
            var likeness = EightBits.dot(vectors, i * size, place, size);
            if (likeness > most) {
                most = likeness;
                best = i;
            }
        }
        return best < 0 ? Near.NOTHING : new Near(texts.get(best), most * scale);
    }
}
