package dev.shopbell.conversation;

/**
 * Names one reply for ever: sent along to the platform (WhatsApp {@code biz_opaque_callback_data}, Messenger
 * {@code metadata}, Twilio's status callback URL) and recognised in what the platform says of it later.
 *
 * @param turn the number of the turn it belongs to, from 1
 * @param index its place among the turn's replies, from 0
 */
public record ReplyId(ConversationId conversation, long turn, int index) {

    /** @throws IllegalArgumentException if there can be no such turn, or no such place in it */
    public ReplyId {
        if (turn < 1 || index < 0) {
            throw new IllegalArgumentException("A reply belongs to a turn from 1, at a place from 0 in it");
        }
    }

    /**
     * Reads back what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException if it is not a reply's id (some other system's callback data, say)
     */
    public static ReplyId parse(String text) {
        var hash = text.lastIndexOf('#');
        var dot = text.lastIndexOf('.');
        if (hash < 0 || dot < hash) {
            throw new IllegalArgumentException("Not a reply id (conversation#turn.index)");
        }
        return new ReplyId(
                ConversationId.parse(text.substring(0, hash)),
                Long.parseLong(text.substring(hash + 1, dot)),
                Integer.parseInt(text.substring(dot + 1)));
    }

    /** {@code channel:account:person#turn.index}. */
    @Override
    public String toString() {
        return conversation + "#" + turn + "." + index;
    }
}
