package dev.shopbell.conversation;

/**
 * One channel address talking with one account of the business; the key of the mailbox and of the stored turns.
 *
 * @param channel the way
 * @param account the business's end: page id, phone number id, our number, or the shop's name on the web
 * @param person the customer's end: page-scoped id, WhatsApp id, phone number, or visitor id; it may contain colons
 */
public record ConversationId(ChannelName channel, String account, String person) {

    public ConversationId {
        if (account.isBlank() || account.indexOf(':') >= 0 || person.isBlank()) {
            throw new IllegalArgumentException("A conversation needs an account without colon and a person");
        }
    }

    /**
     * Reads back what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException if the text is not {@code channel:account:person}
     */
    public static ConversationId parse(String text) {
        var first = text.indexOf(':');
        var second = text.indexOf(':', first + 1);
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("Not a conversation id (channel:account:person)");
        }
        return new ConversationId(
                new ChannelName(text.substring(0, first)),
                text.substring(first + 1, second),
                text.substring(second + 1));
    }

    /** {@code channel:account:person}, as stored and sent between functions. */
    @Override
    public String toString() {
        return channel + ":" + account + ":" + person;
    }
}
