package dev.shopbell.nlu.mood;

import java.util.List;

/**
 * Words that tell a mood.
 *
 * @param words without accents, at least one
 * @param prefix whether the last word may go on
 * @param weight 0..1, or a factor
 */
record MoodWord(Kind kind, List<String> words, boolean prefix, double weight) {
    enum Kind {
        POSITIVE,
        NEGATIVE,
        /** Negative too. */
        ANGER,
        URGENT,
        /** Takes urgency back: "no rush". */
        CALM,
        NEGATOR,
        INTENSIFIER,
        BUT,
        POLITE,
        /** Hides what its words would tell one by one: "good morning". */
        NOTHING
    }
}
