package dev.shopbell.channels;

import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.MediaKind;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.SmsSegments;
import java.util.Optional;
import java.util.Set;

/**
 * What carriers bill for a reply.
 *
 * @param segments of all its messages together, at least 1
 * @param encoding {@code GSM-7}, or {@code UCS-2} if some character of it is not in the GSM alphabet
 */
public record SmsCost(int segments, String encoding) {

    private static final ChannelName TWILIO = new ChannelName("sms");
    private static final Set<ChannelName> BY_SEGMENTS = Set.of(TWILIO, new ChannelName("awssms"));

    /** Of that reply as it is sent there; empty where nothing is billed by segments: elsewhere, and for a picture by MMS. */
    public static Optional<SmsCost> of(ConversationId to, Reply reply) {
        if (!BY_SEGMENTS.contains(to.channel()) || Network.isCarried(to) || isMms(to, reply)) {
            return Optional.empty();
        }
        var counts = SmsWords.parts(reply).stream().map(SmsSegments::of).toList();
        return Optional.of(new SmsCost(
                counts.stream().mapToInt(SmsSegments::count).sum(),
                counts.stream().anyMatch(SmsSegments::ucs2) ? "UCS-2" : "GSM-7"));
    }

    private static boolean isMms(ConversationId to, Reply reply) {
        var shown = reply instanceof Reply.Template template ? template.inOwnWords() : reply;
        return to.channel().equals(TWILIO)
                && shown instanceof Reply.Media media
                && media.kind() == MediaKind.IMAGE
                && Network.hasMms(to);
    }
}
