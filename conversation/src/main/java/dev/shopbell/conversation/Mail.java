package dev.shopbell.conversation;

import java.time.Instant;

/**
 * Whatever can change a conversation or speak in it, and therefore travels through its mailbox, in order.
 */
public sealed interface Mail {

    /** Drops duplicates in the mailbox and after it. */
    MessageId id();

    /** Whose mailbox. */
    ConversationId conversation();

    /** When Shopbell accepted it. Response times are measured from here. */
    Instant receivedAt();

    /**
     * The customer said or did something.
     *
     * @param message what
     * @param sentAt when, by the provider's clock; the time of receipt where it does not say
     * @param receivedAt when webhook had it
     * @param profileName what the platform calls the person; empty if it does not say
     */
    record CustomerSaid(InboundMessage message, Instant sentAt, Instant receivedAt, String profileName)
            implements Mail {
        @Override
        public MessageId id() {
            return message.id();
        }

        @Override
        public ConversationId conversation() {
            return message.conversation();
        }
    }

    /**
     * An agent answered from the desk.
     *
     * @param agent the agent's e-mail address, as signed in
     */
    record AgentSaid(
            MessageId id, ConversationId conversation, String ticket, String agent, String text, Instant receivedAt)
            implements Mail {}

    /** The agent (or the clock, for a ticket both sides have left) gave the conversation back to the bot. */
    record HandedBack(MessageId id, ConversationId conversation, String ticket, String agent, Instant receivedAt)
            implements Mail {}

    /**
     * A platform had taken a reply and then could not bring it, and something is left to be done for it.
     *
     * @param remedy what; never {@link Remedy#NONE}
     */
    record ReplyFailed(ReplyId reply, Remedy remedy, Instant receivedAt) implements Mail {
        /** A reply fails once: what is said in its place is a reply of its own. */
        @Override
        public MessageId id() {
            return new MessageId("failed:" + reply);
        }

        @Override
        public ConversationId conversation() {
            return reply.conversation();
        }
    }
}
