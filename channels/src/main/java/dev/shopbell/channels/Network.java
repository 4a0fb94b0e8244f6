package dev.shopbell.channels;

import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ContentSid;
import dev.shopbell.conversation.ConversationId;
import java.util.regex.Pattern;

/**
 * The network that a person is on, whoever carries messages there: Twilio's channel {@code sms} brings WhatsApp, too, and WhatsApp's
 * rules hold there. Source: twilio.com/docs/whatsapp/api, "whatsapp:" before both numbers and "24-hour" customer service window;
 * help.twilio.com "Sending and receiving MMS messages" (within the US and Canada).
 */
public final class Network {

    private static final ChannelName WHATSAPP = new ChannelName("whatsapp");
    private static final ChannelName MESSENGER = new ChannelName("messenger");
    private static final String CARRIED = "whatsapp:";

    private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1[0-9]{10}");

    private Network() {}

    /** The channel by whose rules that conversation goes: its own, or WhatsApp where another brings it. */
    public static ChannelName of(ConversationId conversation) {
        return isCarried(conversation) ? WHATSAPP : conversation.channel();
    }

    /** Whether it is a chat on WhatsApp that goes by way of a carrier of numbers. */
    public static boolean isCarried(ConversationId conversation) {
        return conversation.person().startsWith(CARRIED)
                && !conversation.channel().equals(WHATSAPP);
    }

    /** Whether pictures may go from one number to the other: MMS exists within North America only. */
    public static boolean hasMms(ConversationId conversation) {
        return NORTH_AMERICAN.matcher(conversation.person()).matches()
                && NORTH_AMERICAN.matcher(conversation.account()).matches();
    }

    /** Whether a template of this name may be known there: Twilio knows its own alone, and Meta all others. */
    public static boolean knowsTemplate(ConversationId conversation, String name) {
        var network = of(conversation);
        return (network.equals(WHATSAPP) || network.equals(MESSENGER))
                && isCarried(conversation) == ContentSid.is(name);
    }
}
