package dev.shopbell.conversation;

/** How a turn ended; analytics counts them. */
public enum Outcome {
    /** The bot's own knowledge answered. */
    ANSWERED,
    /** The bot asked for something it needs. */
    ASKED,
    /** A flow reached its end. */
    COMPLETED,
    /** The bot did not get it and said so. */
    NOT_UNDERSTOOD,
    /** A person was called in. */
    ESCALATED,
    /** A person has the conversation: the words went to the ticket, the bot kept silent. */
    TO_AGENT,
    /** An agent spoke. */
    AGENT_SPOKE,
    /** The conversation came back to the bot. */
    HANDED_BACK,
    /** The customer rated the help of a person. */
    RATED,
    /** The customer wants no more messages: from here on nothing is sent. */
    OPTED_OUT,
    /** The customer wants messages again. */
    OPTED_IN,
    /** Words wait until the customer writes: the platform lets nothing through before. */
    HELD,
    /** Words that the platform had taken, and then could not bring, were sent once more. */
    RESENT,
    /** Nothing was said, since the customer wants no messages. */
    REFUSED,
    /** Mail that changed nothing (an agent's reply on a ticket that is closed, say). */
    IGNORED
}
