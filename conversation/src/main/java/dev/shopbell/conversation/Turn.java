package dev.shopbell.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a conversation: what was heard, what is to be said, and where that leaves the conversation. It is written
 * once, by one conditional write, and never changed; the newest turn is the conversation's state.
 *
 * @param number from 1, without gaps: the condition of the write, and the cursor of the web chat
 * @param trigger id of the mail that caused it
 * @param speaker who was heard
 * @param heard what; empty for mail without words
 * @param agent the agent who spoke or handed back; empty for the customer's turns
 * @param replies what to send, in order
 * @param outcome how it ended
 * @param intent what was understood; empty if nothing
 * @param confidence 0..1
 * @param language the customer's
 * @param ticket the ticket this turn belongs to; empty while the bot has the conversation
 * @param escalation present on the turn that calls a person
 * @param rating 1..5 on the turn that rates; 0 otherwise
 * @param receivedAt when the mail was accepted
 * @param decidedAt when the turn was saved
 * @param context the dialogue's own memory, in its own writing; nobody else reads it
 * @param attachments the files that came with what was heard; mostly none
 */
public record Turn(
        ConversationId conversation,
        long number,
        MessageId trigger,
        Speaker speaker,
        String heard,
        String agent,
        List<Reply> replies,
        Outcome outcome,
        String intent,
        double confidence,
        String language,
        String ticket,
        @Nullable Escalation escalation,
        int rating,
        Instant receivedAt,
        Instant decidedAt,
        String context,
        List<Attachment> attachments) {

    public Turn {
        replies = List.copyOf(replies);
        attachments = List.copyOf(attachments);
    }

    /** A turn in which no file came. */
    public Turn(
            ConversationId conversation,
            long number,
            MessageId trigger,
            Speaker speaker,
            String heard,
            String agent,
            List<Reply> replies,
            Outcome outcome,
            String intent,
            double confidence,
            String language,
            String ticket,
            @Nullable Escalation escalation,
            int rating,
            Instant receivedAt,
            Instant decidedAt,
            String context) {
        this(
                conversation,
                number,
                trigger,
                speaker,
                heard,
                agent,
                replies,
                outcome,
                intent,
                confidence,
                language,
                ticket,
                escalation,
                rating,
                receivedAt,
                decidedAt,
                context,
                List.of());
    }

    /** Who was heard in a turn. */
    public enum Speaker {
        CUSTOMER,
        AGENT,
        /** Nobody spoke: a hand-back, say. */
        NOBODY
    }

    /** The id that the reply at this index carries to the platform and back. */
    public ReplyId replyId(int index) {
        return new ReplyId(conversation, number, index);
    }
}
