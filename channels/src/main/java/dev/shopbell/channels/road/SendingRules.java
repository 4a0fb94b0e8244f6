package dev.shopbell.channels.road;

import dev.shopbell.conversation.ChannelName;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Whether a reply may go out now, and in which form. The cases stand as a table in {@code docs/sending-rules.md}, and each row of
 * it is a test.
 *
 * <p>Sources: developers.facebook.com/docs/whatsapp/pricing "Customer service windows" (24 hours from the customer's last message;
 * only templates after it); developers.facebook.com/docs/messenger-platform/policy/policy-overview "Standard messaging window" and
 * "Human agent" (24 hours; a person may answer for 7 days).
 */
public final class SendingRules {

    /** Why something is to be sent. */
    public enum Purpose {
        /** The bot answers what the customer just said. */
        ANSWER,
        /** A person answers from the desk. */
        AGENT,
        /** The business begins: asks for a rating, sends news. */
        BUSINESS
    }

    /**
     * What is known when it is to be sent.
     *
     * @param optedOut whether the customer wants no messages
     * @param heardAt when the customer last wrote on this channel; {@link Instant#EPOCH} for never
     * @param quiet whether these are the business's quiet hours, in which it begins nothing
     * @param template whether the bot has a template that asks the customer to write back
     * @param closed whether the platform itself has just said that its window is closed: it knows better
     */
    public record Facts(
            ChannelName channel,
            Purpose purpose,
            boolean optedOut,
            Instant heardAt,
            boolean quiet,
            boolean template,
            boolean closed) {

        /** As far as we know by ourselves. */
        public Facts(
                ChannelName channel,
                Purpose purpose,
                boolean optedOut,
                Instant heardAt,
                boolean quiet,
                boolean template) {
            this(channel, purpose, optedOut, heardAt, quiet, template, false);
        }
    }

    /** What may be done. */
    public enum Verdict {
        SEND,
        /** Messenger only: with the tag by which a person may answer later. */
        SEND_AS_HUMAN_AGENT,
        /** Send the template that asks the customer to write; the words wait until then. */
        SEND_TEMPLATE_AND_HOLD,
        /** The words wait until the customer writes; the agent is told. */
        HOLD,
        /** Not now, and not later: it would come at the wrong time. */
        SKIP,
        /** The customer does not want it. */
        REFUSE
    }

    private record Window(Duration open, Duration openToPeople, boolean templates) {

        /** Where the platform keeps none, but one behind it does: WhatsApp by way of Twilio. */
        static final Window UNKNOWN = new Window(Duration.ZERO, Duration.ZERO, false);

        boolean isLongerForPeople() {
            return openToPeople.compareTo(open) > 0;
        }
    }

    private static final Map<String, Window> WINDOWS = Map.of(
            "whatsapp", new Window(Duration.ofHours(24), Duration.ofHours(24), true),
            "messenger", new Window(Duration.ofHours(24), Duration.ofDays(7), false));

    private SendingRules() {}

    /** Whether the platform knows templates, which may go out at any time. */
    public static boolean hasTemplates(ChannelName channel) {
        var window = WINDOWS.get(channel.value());
        return window != null && window.templates();
    }

    /** The first rule that applies: consent, quiet hours, the platform's window. */
    public static Verdict judge(Facts facts, Instant now) {
        if (facts.optedOut()) {
            return Verdict.REFUSE;
        }
        if (facts.purpose() == Purpose.BUSINESS && facts.quiet()) {
            return Verdict.SKIP;
        }
        var channel = facts.channel().value();
        var window = WINDOWS.getOrDefault(channel, Window.UNKNOWN);
        if (!facts.closed() && (!WINDOWS.containsKey(channel) || isWithin(facts, window.open(), now))) {
            return Verdict.SEND;
        }
        if (facts.purpose() == Purpose.BUSINESS) {
            return Verdict.SKIP;
        }
        if (facts.purpose() == Purpose.AGENT
                && window.isLongerForPeople()
                && isWithin(facts, window.openToPeople(), now)) {
            return Verdict.SEND_AS_HUMAN_AGENT;
        }
        return window.templates() && facts.template() ? Verdict.SEND_TEMPLATE_AND_HOLD : Verdict.HOLD;
    }

    private static boolean isWithin(Facts facts, Duration window, Instant now) {
        return now.isBefore(facts.heardAt().plus(window));
    }
}
