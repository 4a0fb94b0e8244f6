package dev.shopbell.nlu.embed;

/** Turns a sentence into a vector; sentences of like meaning point in like directions. Safe for use by many threads. */
public interface SentenceEncoder {
    /** How many numbers a vector has. */
    int size();

    /** Whether the model knows a word as a whole, rather than as pieces; so it is hardly a slip of the finger. */
    default boolean knows(String word) {
        return true;
    }

    /**
     * The vector of a sentence, of length 1.
     *
     * @param text any text; only its beginning counts where it is long
     */
    float[] encode(String text);
}
