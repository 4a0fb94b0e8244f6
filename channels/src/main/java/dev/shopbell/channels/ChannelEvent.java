package dev.shopbell.channels;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.DeliveryReport;
import dev.shopbell.conversation.DeliveryStatus;
import dev.shopbell.conversation.Mail;
import java.time.Instant;
import java.util.Map;

/**
 * One thing a delivery tells: the platform's words in our vocabulary, and what it means for us.
 *
 * @param kind such as {@code text}, {@code postback}, {@code status.read}; {@code unknown} for what is yet to come
 * @param facts what was said of it, in the order to print: strings, numbers, booleans, lists and maps of these
 */
public record ChannelEvent(String kind, Map<String, Object> facts, Meaning meaning) {

    /** What follows from an event. */
    public sealed interface Meaning {

        /** A customer spoke: it belongs into the conversation's mailbox. */
        record Said(Mail.CustomerSaid mail) implements Meaning {}

        /** The platform's word on a reply of ours. */
        record Reported(DeliveryReport report) implements Meaning {}

        /**
         * The platform's word on all replies of a conversation up to then.
         *
         * @param status {@link DeliveryStatus#DELIVERED} or {@link DeliveryStatus#READ}
         */
        record Reached(ConversationId conversation, DeliveryStatus status, Instant until) implements Meaning {}

        /** Nobody spoke to us. */
        record Nothing() implements Meaning {}

        /**
         * It is of a kind yet to come: for the log, so that the owner learns of it.
         *
         * @param key what the platform calls it; letters, digits, points and strokes alone, for it may come from anyone
         */
        record Unknown(String key) implements Meaning {
            private static final int LONGEST = 64;

            public Unknown {
                var plain = key.replaceAll("[^A-Za-z0-9_.-]", "");
                key = plain.isEmpty() ? "without a name" : plain.substring(0, Math.min(LONGEST, plain.length()));
            }
        }

        Meaning NOTHING = new Nothing();
    }
}
