package dev.shopbell.nlu.knowledge;

import dev.shopbell.conversation.Understanding;
import java.util.List;

/**
 * A passage that was found.
 *
 * @param excerpt the sentences of it that answer
 * @param signs what speaks for it
 * @param support 0..1, how likely it answers
 * @param lacking the question's telling words that it does not have, the most telling first
 */
record Hit(Passage passage, String excerpt, Weights.Signs signs, double support, List<String> lacking) {
    Hit {
        lacking = List.copyOf(lacking);
    }

    /** As it goes to the dialogue. */
    Understanding.Passage said() {
        return new Understanding.Passage(
                excerpt, passage.title(), passage.source(), passage.url(), Math.round(support * 1e4) / 1e4);
    }
}
