package dev.shopbell.nlu.mood;

/**
 * How a customer feels.
 *
 * @param sentiment -1 (bad) to 1 (good); 0 where nothing tells
 * @param urgency 0 (whenever) to 1 (at once)
 * @param anger 0 (calm) to 1 (furious)
 */
public record Mood(double sentiment, double urgency, double anger) {
    /** Nothing tells. */
    public static final Mood CALM = new Mood(0, 0, 0);

    /**
     * Reads the mood of a text; two decimals.
     *
     * @param language BCP 47 of the words; empty if unknown, then the language that tells the most is believed
     */
    public static Mood of(String text, String language) {
        return MoodReader.read(text, language);
    }
}
