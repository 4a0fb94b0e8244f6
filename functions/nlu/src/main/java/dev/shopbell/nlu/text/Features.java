package dev.shopbell.nlu.text;

import java.util.List;

/**
 * What is counted of a text: words and pairs of neighbours in one bag, pieces of words in the other. Pieces carry typos,
 * endings and languages without a stemmer. Sizes were chosen on validation rows of ten public data sets.
 */
public final class Features {
    private static final int SHORTEST_PIECE = 2;
    private static final int LONGEST_PIECE = 5;
    private static final char WORD = 'w';
    private static final char ACCENTED = 'a';
    private static final char PAIR = 'b';
    private static final char PIECE = 'c';
    private static final char STEM = 's';

    private Features() {}

    /**
     * Words without accents, words with theirs, pairs of neighbours with the text's two ends, and stems.
     *
     * @param stemming the language whose endings are taken off; empty for none
     */
    public static Bag words(List<Word> words, String stemming) {
        var bag = new Bag();
        if (!stemming.isEmpty()) {
            var stems = Stems.of(stemming);
            words.stream().filter(word -> !word.number()).forEach(word -> add(bag, STEM, stems.stem(word)));
        }
        var previous = "^";
        for (var word : words) {
            add(bag, WORD, word.folded());
            if (!word.lower().equals(word.folded())) {
                add(bag, ACCENTED, word.lower());
            }
            addPair(bag, previous, word.folded());
            previous = word.folded();
        }
        if (!words.isEmpty()) {
            addPair(bag, previous, "$");
        }
        return bag;
    }

    /** Pieces of 2 to 5 characters of each word, its two ends marked. */
    public static Bag pieces(List<Word> words, boolean accents) {
        var bag = new Bag();
        for (var word : words) {
            if (!word.number()) {
                addPieces(bag, " " + (accents ? word.lower() : word.folded()) + " ");
            }
        }
        return bag;
    }

    /** The feature of a word without accents, as {@link #words} counts it. */
    public static int wordHash(String folded) {
        return Hash.finish(Hash.add(Hash.start(WORD), folded, 0, folded.length()));
    }

    private static void add(Bag bag, char kind, String text) {
        bag.add(Hash.finish(Hash.add(Hash.start(kind), text, 0, text.length())));
    }

    private static void addPair(Bag bag, String first, String second) {
        var hash = Hash.add(Hash.start(PAIR), first, 0, first.length());
        hash = Hash.add(hash, ' ');
        bag.add(Hash.finish(Hash.add(hash, second, 0, second.length())));
    }

    private static void addPieces(Bag bag, String word) {
        for (var from = 0; from + SHORTEST_PIECE <= word.length(); from++) {
            var hash = Hash.start(PIECE);
            for (var length = 1; length <= LONGEST_PIECE && from + length <= word.length(); length++) {
                hash = Hash.add(hash, word.charAt(from + length - 1));
                if (length >= SHORTEST_PIECE) {
                    bag.add(Hash.finish(hash));
                }
            }
        }
    }
}
