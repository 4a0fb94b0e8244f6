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
 * @param knowledge what the bot's documents say to it, best first; empty where intents answer it, or nothing supports an answer
 */
public record Understanding(
        String language,
        List<ScoredIntent> intents,
        boolean outOfScope,
        List<Entity> entities,
        double anger,
        double sentiment,
        double urgency,
        List<Passage> knowledge) {

    public Understanding {
        intents = List.copyOf(intents);
        entities = List.copyOf(entities);
        knowledge = List.copyOf(knowledge);
    }

    /** Words that no document was asked about. */
    public Understanding(
            String language,
            List<ScoredIntent> intents,
            boolean outOfScope,
            List<Entity> entities,
            double anger,
            double sentiment,
            double urgency) {
        this(language, intents, outOfScope, entities, anger, sentiment, urgency, List.of());
    }

    /** Words that tell nothing of mood but their anger. */
    public Understanding(
            String language, List<ScoredIntent> intents, boolean outOfScope, List<Entity> entities, double anger) {
        this(language, intents, outOfScope, entities, anger, 0, 0);
    }

    /** The same, with what documents say to it. */
    public Understanding knowing(List<Passage> passages) {
        return new Understanding(language, intents, outOfScope, entities, anger, sentiment, urgency, passages);
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

    /**
     * What a document says, word for word.
     *
     * @param text the sentences that answer, as they stand there: data, never a template
     * @param title where they stand, for people: {@code Allergens › Gluten}
     * @param source where they stand, for files: {@code allergens.md#gluten}
     * @param url https page to cite; empty if there is none
     * @param score 0..1, how well it is supported
     */
    public record Passage(String text, String title, String source, String url, double score) {

        /** Names the source where there is little room: platforms allow a choice's value as few as 64 bytes. */
        public String key() {
            return keyOf(source);
        }

        /** The key of a source. */
        public static String keyOf(String source) {
            return Integer.toHexString(source.hashCode()); // of a string it is the same on every Java
        }
    }
}
