package dev.shopbell.engine;

import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Utterance;

/**
 * Makes out what words mean, somewhere else. The intents of its answers are the bot's own, by the bot's names; what it says
 * besides is out of scope. Keeps nothing between two utterances; safe for use by many threads.
 */
public interface OtherEngine {

    /**
     * Understands an utterance. Blocks for one request, which is not repeated: our own engine's answer is ready.
     *
     * @throws EngineTrouble if there is no answer in time, or none that can be used
     */
    Understanding understand(Utterance utterance);
}
