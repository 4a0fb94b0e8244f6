package dev.shopbell.nlu.embed;

/** The pieces of words that a model knows. */
@FunctionalInterface
interface Pieces {
    /** The number of no piece. */
    int UNKNOWN = -1;

    /**
     * The number of a piece, {@link #UNKNOWN} if the model does not know it.
     *
     * @param piece whole characters: no half of a surrogate pair
     */
    int number(String piece);
}
