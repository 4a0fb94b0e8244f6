package dev.shopbell.channels.road;

import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.InboundMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a consent belongs to: a phone number, wherever it writes from, or one address on one channel.
 *
 * @param key {@code tel:+15551230000}, or the conversation's id
 */
public record Address(String key) {

    /** Here people are known by their phone number (on WhatsApp some hide it: those are known by a scoped id). */
    private static final Set<ChannelName> BY_PHONE =
            Set.of(new ChannelName("sms"), new ChannelName("awssms"), new ChannelName("whatsapp"));

    private static final Pattern NUMBER = Pattern.compile("(?:whatsapp:)?\\+?([0-9]{7,15})");

    private static final List<Rule> OTHER_SPELLINGS = List.of(
            new Rule("55([0-9]{2})9([6-9][0-9]{7})", "55$1$2"),
            new Rule("55([0-9]{2})([6-9][0-9]{7})", "55$19$2"),
            new Rule("549([0-9]{10})", "54$1"),
            new Rule("54([0-9]{10})", "549$1"),
            new Rule("521([0-9]{10})", "52$1"),
            new Rule("52([0-9]{10})", "521$1"));

    /** Who is written to in that conversation. */
    public static Address of(ConversationId conversation) {
        var number = NUMBER.matcher(conversation.person());
        return new Address(
                BY_PHONE.contains(conversation.channel()) && number.matches()
                        ? "tel:+" + number.group(1)
                        : conversation.toString());
    }

    /**
     * All that a wish belongs to. On WhatsApp people may hide their number later on; then only the scoped id is known that now
     * stands beside it. Source: developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids.
     */
    public static List<Address> allOf(InboundMessage.Consent wish) {
        var here = wish.conversation();
        var other = Stream.of(wish.alias())
                .filter(alias -> !alias.isBlank())
                .map(alias -> new ConversationId(here.channel(), here.account(), alias));
        return Stream.concat(Stream.of(here), other).map(Address::of).distinct().toList();
    }

    /**
     * All keys under which a wish of this person may stand, its own first. Three countries' mobile numbers are written in two ways, with
     * a digit more or less, and WhatsApp does not always choose the one that carriers choose: Brazil's ninth digit, Argentina's 9 and
     * Mexico's 1. Whoever stopped under one has stopped under both. Sources: faq.whatsapp.com "About international phone number
     * format"; Anatel, resolution 553/2010 (the ninth digit before mobile numbers, which began with 6 to 9).
     */
    public List<String> spellings() {
        return Stream.concat(Stream.of(key), OTHER_SPELLINGS.stream().flatMap(rule -> rule.of(key).stream()))
                .toList();
    }

    /**
     * Whether a wish may stand under it that was made in another conversation: on another channel of the same number, or on
     * WhatsApp before the number was hidden.
     */
    public boolean isShared() {
        return key.startsWith("tel:") || key.startsWith("whatsapp:");
    }

    /** How numbers that match the pattern may be written, too. */
    private record Rule(Pattern pattern, String spelling) {

        Rule(String pattern, String spelling) {
            this(Pattern.compile("tel:\\+" + pattern), "tel:+" + spelling);
        }

        Optional<String> of(String key) {
            var matcher = pattern.matcher(key);
            return matcher.matches() ? Optional.of(matcher.replaceFirst(spelling)) : Optional.empty();
        }
    }
}
