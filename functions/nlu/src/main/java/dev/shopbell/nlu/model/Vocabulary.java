package dev.shopbell.nlu.model;

import dev.shopbell.nlu.text.Features;
import dev.shopbell.nlu.text.Word;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The features that training saw, with their weights by rarity; turns texts into vectors of length 1. */
public final class Vocabulary {
    /** Pieces of words carry a little more than words: measured on validation rows. */
    private static final double PIECES_SHARE = 0.6;

    private final int[] features;
    private final float[] rarity;
    private final float unseenRarity;
    private final boolean accents;
    private final String stemming;
    private final int[] table;
    private final Typos typos = new Typos(this::rarityOf);

    /**
     * @param features hashes, each once, in the order of their index
     * @param rarity their weights, in the same order
     * @param unseenRarity the weight of a feature that is not known, for the known shares
     * @param accents whether pieces keep accents (to tell languages) or lose them (to forgive)
     * @param stemming the language whose endings are taken off; empty for none
     */
    public Vocabulary(int[] features, float[] rarity, float unseenRarity, boolean accents, String stemming) {
        this.features = features.clone();
        this.rarity = rarity.clone();
        this.unseenRarity = unseenRarity;
        this.accents = accents;
        this.stemming = stemming;
        this.table = new int[Integer.highestOneBit(Math.max(4, features.length)) * 4];
        for (var i = 0; i < features.length; i++) {
            table[free(features[i])] = i + 1;
        }
    }

    private int free(int hash) {
        var at = hash & (table.length - 1);
        while (table[at] != 0) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }

    private int indexOf(int hash) {
        var at = hash & (table.length - 1);
        while (table[at] != 0) {
            if (features[table[at] - 1] == hash) {
                return table[at] - 1;
            }
            at = (at + 1) & (table.length - 1);
        }
        return -1;
    }

    private double rarityOf(String word) {
        var index = indexOf(Features.wordHash(word));
        return index < 0 ? Double.NaN : rarity[index];
    }

    public int size() {
        return features.length;
    }

    int[] features() {
        return features;
    }

    float[] rarity() {
        return rarity;
    }

    float unseenRarity() {
        return unseenRarity;
    }

    boolean accents() {
        return accents;
    }

    String stemming() {
        return stemming;
    }

    /**
     * A text with those of its words mended that are a slip away from one of training, or else from one that others know.
     *
     * @param known words that are none of training and yet no slips
     * @param rarity how rare a word is elsewhere; NaN if it is not known there
     */
    String mend(String text, Predicate<String> known, ToDoubleFunction<String> rarity) {
        return typos.mend(text, known, rarity);
    }

    /** The vector of a text; its words' half and its pieces' half each have their fixed share of the length. */
    public TextVector vector(List<Word> written) {
        var words = accents ? written : typos.mend(written);
        var wordHashes = Features.words(words, stemming).sorted();
        var pieceHashes = Features.pieces(words, accents).sorted();
        var filling = new Filling(wordHashes.length + pieceHashes.length);
        var knownWords = filling.add(wordHashes, Math.sqrt(1 - PIECES_SHARE));
        var knownPieces = filling.add(pieceHashes, Math.sqrt(PIECES_SHARE));
        return new TextVector(
                Arrays.copyOf(filling.indexes, filling.size),
                Arrays.copyOf(filling.values, filling.size),
                knownWords,
                knownPieces,
                words.size());
    }

    private final class Filling {
        private final int[] indexes;
        private final float[] values;
        private int size;

        Filling(int most) {
            indexes = new int[most];
            values = new float[most];
        }

        /** Adds sorted hashes as a vector of this length and returns the share of them that is known. */
        double add(int[] sorted, double length) {
            var from = size;
            var known = 0.0;
            var squares = 0.0;
            var all = 0.0;
            for (int i = 0, next; i < sorted.length; i = next) {
                next = i + 1;
                while (next < sorted.length && sorted[next] == sorted[i]) {
                    next++;
                }
                var index = indexOf(sorted[i]);
                var weight = Math.sqrt(next - i) * (index < 0 ? unseenRarity : rarity[index]);
                all += weight;
                if (index >= 0) {
                    indexes[size] = index;
                    values[size++] = (float) weight;
                    squares += weight * weight;
                    known += weight;
                }
            }
            var scale = (float) (length / Math.sqrt(Math.max(squares, 1e-9)));
            for (var i = from; i < size; i++) {
                values[i] *= scale;
            }
            return all == 0 ? 0 : known / all;
        }
    }
}
