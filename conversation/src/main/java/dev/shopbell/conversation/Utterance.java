package dev.shopbell.conversation;

import java.util.List;

/**
 * What is to be understood, with hints of what is expected now.
 *
 * @param text the customer's words
 * @param locale the language known so far (BCP 47, {@code es}); empty if none
 * @param expectedSlot the slot that was just asked for, by its entity type ({@code order_number}); empty if none
 * @param activeFlow the flow under way; empty if none
 * @param recentIntents the last intents, newest first, at most 3
 * @param timeZone where the customer's clock stands (IANA, {@code America/Bogota}); empty if unknown, then the shop's counts
 * @param passage the key of the passage that was chosen ({@link Understanding.Passage#key}); empty if these are words
 */
public record Utterance(
        String text,
        String locale,
        String expectedSlot,
        String activeFlow,
        List<String> recentIntents,
        String timeZone,
        String passage) {

    public Utterance {
        recentIntents = List.copyOf(recentIntents);
    }

    /** Words that somebody wrote. */
    public Utterance(
            String text,
            String locale,
            String expectedSlot,
            String activeFlow,
            List<String> recentIntents,
            String timeZone) {
        this(text, locale, expectedSlot, activeFlow, recentIntents, timeZone, "");
    }

    /** A passage that was chosen by its title. */
    public static Utterance choosing(String passage, String title, String locale) {
        return new Utterance(title, locale, "", "", List.of(), "", passage);
    }

    /** Words of somebody whose time zone is unknown. */
    public Utterance(String text, String locale, String expectedSlot, String activeFlow, List<String> recentIntents) {
        this(text, locale, expectedSlot, activeFlow, recentIntents, "");
    }

    /** Words alone, without any hint. */
    public static Utterance of(String text) {
        return new Utterance(text, "", "", "", List.of());
    }
}
