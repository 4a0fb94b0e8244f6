package dev.shopbell.conversation;

import java.util.List;

/**
 * What an utterance means.
 *
 * @param language BCP 47 language of the words ({@code en}); empty if it cannot be told
 * @param intents best first, confidences calibrated to 0..1; empty where the words carry nothing
 * @param outOfScope whether the honest answer is "I don't know that"; then the intents are guesses to suggest
 * @param entities in order of their place
 * @param anger 0 (calm) to 1 (furious)
 * @param sentiment -1 (bad) to 1 (good); 0 where nothing tells
 * @param urgency 0 (whenever) to 1 (at once)
 */
public record Understanding(
        String language,
        List<ScoredIntent> intents,
        boolean outOfScope,
        List<Entity> entities,
        double anger,
        double sentiment,
        double urgency) {

    public Understanding {
        intents = List.copyOf(intents);
        entities = List.copyOf(entities);
    }

    /** Words that tell nothing of mood but their anger. */
    public Understanding(
            String language, List<ScoredIntent> intents, boolean outOfScope, List<Entity> entities, double anger) {
        this(language, intents, outOfScope, entities, anger, 0, 0);
    }

    /** Nothing could be made of it. */
    public static final Understanding NOTHING = new Understanding("", List.of(), true, List.of(), 0);

    /** A choice of ours came back: there is nothing to guess. */
    public static Understanding certain(String intent) {
        return new Understanding("", List.of(new ScoredIntent(intent, 1)), false, List.of(), 0);
    }

    /**
     * @param name as in the bot's files
     * @param confidence 0..1
     */
    public record ScoredIntent(String name, double confidence) {}

    /**
     * @param type {@code order_number}, {@code date}, {@code time}, {@code email}, {@code phone}, …
     * @param text the words as written
     * @param value normalised: ISO 8601 dates ({@code 2026-11-29}), times ({@code 07:00}), ranges and durations, E.164 phones,
     *     lower-case e-mails, {@code EUR 12.50}, {@code 2 kg}
     * @param start first character in the text, from 0
     * @param end one past the last
     * @param role the part it plays: {@code from}, {@code to}, {@code after} or {@code before}; empty if none
     */
    public record Entity(String type, String text, String value, int start, int end, String role) {

        /** An entity that plays no part of its own. */
        public Entity(String type, String text, String value, int start, int end) {
            this(type, text, value, start, end, "");
        }
    }
}
