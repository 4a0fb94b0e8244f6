package dev.shopbell.nlu.embed;

import java.util.List;

/** Turns a sentence into a vector; sentences of like meaning point in like directions. Safe for use by many threads. */
public interface SentenceEncoder {
    /** How many numbers a vector has. */
    int size();

    /**
     * The vector of a sentence, of length 1.
     *
     * @param text any text; only its beginning counts where it is long
     */
    float[] encode(String text);

    /**
     * The vectors of many sentences, in their order, each as {@link #encode} gives it; uses all of the machine's cores.
     *
     * @param texts any number
     */
    default List<float[]> encodeAll(List<String> texts) {
        return texts.parallelStream().map(this::encode).toList();
    }
}
