package dev.shopbell.dialogue;

import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Utterance;

/** The way to understanding: the nlu function on AWS, anything else in a test. */
public interface Understands {

    /** @throws dev.shopbell.platform.RetryableFailure if it does not answer */
    Understanding understand(Utterance utterance);
}
