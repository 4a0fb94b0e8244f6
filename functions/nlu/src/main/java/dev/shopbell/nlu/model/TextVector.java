package dev.shopbell.nlu.model;

/**
 * A text as numbers.
 *
 * @param indexes features of the vocabulary, {@code values} beside them
 * @param knownWords share of the words and pairs that the vocabulary knows, weighted by rarity, 0..1
 * @param knownPieces share of the pieces of words that it knows, 0..1
 * @param words how many words the text has
 */
// Arrays on purpose: this is the inner loop, and the record never leaves the model.
@SuppressWarnings("ArrayRecordComponent")
public record TextVector(int[] indexes, float[] values, double knownWords, double knownPieces, int words) {}
