package dev.shopbell.nlu.mood;

import dev.shopbell.nlu.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * A word or an emoji as it was said.
 *
 * @param word without accents, in lower case; {@link #NUMBER} for digits
 * @param shouted whether in capitals
 * @param clause which part between punctuation marks it stands in, from 0
 */
record Said(String word, boolean shouted, int clause) {
    /** Any number: in an urgent "in 15 minutes" it does not matter which. */
    static final String NUMBER = "#";

    private static final int SHORTEST_SHOUT = 3;
    private static final int FIRST_SYMBOL = 0x2300;

    /** The words and emoji of a text, in order. */
    static List<Said> words(String text) {
        var said = new ArrayList<Said>();
        var clause = 0;
        var read = 0;
        for (var word : Words.of(text)) {
            clause += between(text, read, word.start(), clause, said);
            var shouted = word.end() - word.start() >= SHORTEST_SHOUT
                    && text.substring(word.start(), word.end()).chars().allMatch(Character::isUpperCase);
            said.add(new Said(word.number() ? NUMBER : word.folded(), shouted, clause));
            read = word.end();
        }
        between(text, read, Math.min(text.length(), Words.MOST_CHARACTERS), clause, said);
        return said;
    }

    /** Adds the emoji between two words; 1 if a clause ends there. */
    private static int between(String text, int from, int until, int clause, List<Said> said) {
        var ends = 0;
        for (var at = from; at < until; ) {
            var c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c >= FIRST_SYMBOL && Character.getType(c) == Character.OTHER_SYMBOL) {
                said.add(new Said(Character.toString(c), false, clause));
            }
            if (".,;:!?\n()".indexOf(c) >= 0) {
                ends = 1;
            }
        }
        return ends;
    }
}
