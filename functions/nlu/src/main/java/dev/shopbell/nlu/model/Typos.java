package dev.shopbell.nlu.model;

import dev.shopbell.nlu.text.Word;
import dev.shopbell.nlu.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Mends words that training has not seen and that are one slip away from one that it has: a letter too many, too few, wrong,
 * or two swapped. The first letter stands, as it does in most typos; short words are left alone, being too close to others.
 */
final class Typos {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 20;
    /** Among all words there are more neighbours than among those of training, and more words that are none of them. */
    private static final int SHORTEST_ELSEWHERE = 5;

    private final ToDoubleFunction<String> rarity;

    /** @param rarity how rare a word is in training; NaN if it was not seen */
    Typos(ToDoubleFunction<String> rarity) {
        this.rarity = rarity;
    }

    /** The words, mended where it can be done. */
    List<Word> mend(List<Word> words) {
        var result = new ArrayList<Word>(words.size());
        for (var word : words) {
            var mended = mended(word.folded());
            result.add(mended.equals(word.folded()) ? word : new Word(mended, mended, false, word.start(), word.end()));
        }
        return result;
    }

    /**
     * The text with the words mended that can be.
     *
     * @param known words that are none of training and yet no slips
     * @param elsewhere how rare a word is that training has not seen; NaN for none
     */
    String mend(String text, Predicate<String> known, ToDoubleFunction<String> elsewhere) {
        var result = new StringBuilder();
        var at = 0;
        for (var word : Words.of(text)) {
            var mended = known.test(word.folded()) ? word.folded() : mended(word.folded(), elsewhere);
            if (!mended.equals(word.folded())) {
                result.append(text, at, word.start()).append(mended);
                at = word.end();
            }
        }
        return at == 0 ? text : result.append(text.substring(at)).toString();
    }

    private String mended(String word, ToDoubleFunction<String> elsewhere) {
        var mended = mended(word);
        return mended.equals(word) && word.length() >= SHORTEST_ELSEWHERE && !isKnown(word) && isLatin(word)
                ? nearest(word, elsewhere)
                : mended;
    }

    private String mended(String word) {
        return word.length() < SHORTEST || word.length() > LONGEST || !isLatin(word) || isKnown(word)
                ? word
                : nearest(word, rarity);
    }

    private static String nearest(String word, ToDoubleFunction<String> rarity) {
        var search = new Search(word, rarity);
        for (var at = 1; at < word.length(); at++) {
            var before = word.substring(0, at);
            var rest = word.substring(at + 1);
            search.consider(before + rest);
            if (at + 1 < word.length()) {
                search.consider(before + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2));
            }
            for (var letter = 'a'; letter <= 'z'; letter++) {
                search.consider(before + letter + rest);
                search.consider(before + letter + word.substring(at));
            }
        }
        for (var letter = 'a'; letter <= 'z'; letter++) {
            search.consider(word + letter);
        }
        return search.best;
    }

    private boolean isKnown(String word) {
        return !Double.isNaN(rarity.applyAsDouble(word));
    }

    private static boolean isLatin(String word) {
        return word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    /** Keeps the most usual of the words considered. */
    private static final class Search {
        private final ToDoubleFunction<String> rarity;
        private String best;
        private double least = Double.POSITIVE_INFINITY;

        Search(String word, ToDoubleFunction<String> rarity) {
            this.rarity = rarity;
            best = word;
        }

        void consider(String candidate) {
            var rare = rarity.applyAsDouble(candidate);
            if (rare < least && candidate.length() >= SHORTEST) {
                least = rare;
                best = candidate;
            }
        }
    }
}
