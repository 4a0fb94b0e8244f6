package dev.shopbell.channels.road;

import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a consent belongs to: a phone number, wherever it writes from, or one address on one channel.
 *
 * @param key {@code tel:+15551230000}, or the conversation's id
 */
public record Address(String key) {

    /** Here people are known by their phone number (on WhatsApp some hide it: those are known by another id). */
    private static final Set<ChannelName> BY_PHONE =
            Set.of(new ChannelName("sms"), new ChannelName("awssms"), new ChannelName("whatsapp"));

    private static final Pattern NUMBER = Pattern.compile("(?:whatsapp:)?\\+?([0-9]{7,15})");

    /** Who is written to in that conversation. */
    public static Address of(ConversationId conversation) {
        var number = NUMBER.matcher(conversation.person());
        return new Address(
                BY_PHONE.contains(conversation.channel()) && number.matches()
                        ? "tel:+" + number.group(1)
                        : conversation.toString());
    }

    /** Whether other channels may know the same person by it. */
    public boolean isShared() {
        return key.startsWith("tel:");
    }
}
