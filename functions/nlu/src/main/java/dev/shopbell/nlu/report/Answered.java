package dev.shopbell.nlu.report;

/**
 * A text of the examination and what became of it.
 *
 * @param gold the right intent; empty (or beginning with U+0000) where the text is out of scope
 * @param said the best intent, refused or not; empty if there was none
 * @param confidence of the best intent, 0..1
 * @param refused whether the bot would have said that it did not get it
 * @param inScope how much the text looked in scope, on any scale
 */
public record Answered(String text, String gold, String said, double confidence, boolean refused, double inScope) {
    private static final String OUT_OF_SCOPE = "(out of scope)";

    /** Whether nothing the bot knows is right for it. */
    public boolean isOutside() {
        return isNoIntent(gold);
    }

    /** Whether the best intent is right, refused or not; an out-of-scope text has none that is. */
    public boolean isRight() {
        return !isOutside() && gold.equals(said);
    }

    /** Whether the customer is served: the right intent and no refusal, or refused when out of scope. */
    public boolean isServed() {
        return isOutside() ? refused : isRight() && !refused;
    }

    private static boolean isNoIntent(String label) {
        return label.isEmpty() || label.charAt(0) == 0;
    }

    /** An intent's name as people read it. */
    static String shown(String label) {
        return isNoIntent(label) ? OUT_OF_SCOPE : label;
    }
}
