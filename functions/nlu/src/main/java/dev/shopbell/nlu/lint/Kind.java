package dev.shopbell.nlu.lint;

import java.util.Locale;

/** What can be wrong with examples. */
public enum Kind {
    CONTRADICTORY(true, "no model can answer one text in two ways, so one of the intents loses"),
    LEAKING(true, "the examination asks what was learnt by heart, so its figures are too good"),
    PLACEHOLDER(true, "no customer writes it, and it takes the place of the words that they do write"),
    TOO_FEW(true, "what was never said cannot be learnt: every few examples more help a small intent most"),
    DUPLICATE(true, "it teaches nothing new, and weighs more than it should"),
    WRONG_LANGUAGE(false, "the bot learns to take one language for the other, and answers in the wrong one"),
    OVERLAPPING(false, "customers get the answer of one when they ask for the other"),
    UNBALANCED(false, "the large intent draws questions to it that belong to the small one"),
    NEARLY_CONTRADICTORY(false, "what tells the two intents apart is a word that is easily missed"),
    NEAR_DUPLICATE(false, "it teaches hardly anything new"),
    AMBIGUOUS_WORD(false, "the one word says as much for other intents"),
    OVERLONG(false, "what matters drowns in words that do not");

    private final boolean important;
    private final String why;

    Kind(boolean important, String why) {
        this.important = important;
        this.why = why;
    }

    /** Whether {@code ./bot check} tells it too. */
    public boolean important() {
        return important;
    }

    String why() {
        return why;
    }

    /** As people read it: "near duplicate". */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
