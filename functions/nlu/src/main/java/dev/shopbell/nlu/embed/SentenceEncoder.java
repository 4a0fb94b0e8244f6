package dev.shopbell.nlu.embed;

/** Turns a sentence into a vector; sentences of like meaning point in like directions. Safe for use by many threads. */
public interface SentenceEncoder {
    /** How many numbers a vector has. */
    int size();

    /** Whether the model knows a word, or what it is a form of; so it is hardly a slip of the finger. */
    default boolean knows(String word) {
        return true;
    }

    /** How rare an English word is among those that the model knows whole, more for rarer ones; NaN if it is not among them. */
    default double rarity(String word) {
        return Double.NaN;
    }

    /**
     * The vector of a sentence, of length 1.
     *
     * @param text any text; only its beginning counts where it is long
     */
    float[] encode(String text);
}
