package dev.shopbell.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a bot must be able to say of itself, in each of its languages: {@code phrases.yaml}. */
public enum Phrase {
    /** First contact: that this is a bot. */
    DISCLOSURE,
    /** Not understood; suggestions follow. */
    NOT_UNDERSTOOD,
    /** Two readings are close; both follow as choices. */
    DID_YOU_MEAN,
    /** A picture, a sticker, a voice note: it cannot be read. */
    CANNOT_READ,
    /** A person is being called. */
    HANDOVER,
    /** A person was called while the shop is closed; {@code {hours}} may say when it opens. */
    HANDOVER_CLOSED,
    /** The person is done; how was it? Followed by choices from 1 to 5. */
    ASK_RATING,
    /** Thanks for a rating. */
    RATED,
    /** A flow goes on after an interruption. */
    RESUME,
    /** A flow was given up since the answers did not help. */
    GAVE_UP,
    /** Under an answer from {@code knowledge/}: {@code {title}} is where it stands. Needed where there are documents. */
    CITED(true),
    /** The look-up does not answer just now. */
    LOOKUP_FAILED,
    /** Title of the choice that calls a person. */
    TALK_TO_PERSON,
    /** The customer wants messages again. */
    OPTED_IN,
    /** Answers HELP, a word that carriers reserve: who writes here, and that STOP ends it. */
    HELP,
    /** For {@code {hours}}: "{day}: {spans}". */
    HOURS_DAY,
    /** For {@code {hours}} where a day has none. */
    HOURS_CLOSED,
    /** What was asked for is told to customers only whom the shop knows. Needed where a connector has an owner, or an answer a code. */
    LOG_IN(true),
    /** A code was shown, and this conversation now belongs to the customer who was given it. Needed where an answer has a code. */
    LINKED(true);

    private final boolean optional;

    Phrase() {
        this(false);
    }

    Phrase(boolean optional) {
        this.optional = optional;
    }

    /** Whether a bot that has no use for it may go without. */
    public boolean isOptional() {
        return optional;
    }

    /** As written in the file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Phrase::key).toList();
    }
}
