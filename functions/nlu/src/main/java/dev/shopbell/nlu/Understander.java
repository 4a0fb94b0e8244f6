package dev.shopbell.nlu;

import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Utterance;

/**
 * Makes out what words mean. Pure: the same utterance at the same time on the clock gives the same understanding; never
 * throws, whatever the text; safe for use by many threads.
 */
@FunctionalInterface
public interface Understander {

    /**
     * Understands an utterance. Words that only answer what was asked ("1042" where an order number is expected) come back
     * with that entity, without intents, and not as out of scope. Words that carry nothing (emoji, digits, nothing at all)
     * are out of scope and have no intents.
     */
    Understanding understand(Utterance utterance);
}
