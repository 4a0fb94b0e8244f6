package dev.shopbell.channels;

import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.SmsSegments;
import java.util.List;

/** Writes replies for numbers: words alone, as few segments of them as may be. */
public final class SmsWords {

    /**
     * Characters in one message, at Twilio and at AWS alike. Sources: twilio.com/docs/api/errors/21617;
     * docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2, "SendTextMessage", MessageBody.
     */
    private static final int LIMIT = 1600;

    private SmsWords() {}

    /** The messages that say the reply, in order. */
    public static List<String> parts(Reply reply) {
        return Words.split(SmsSegments.cheapest(Words.said(reply)), LIMIT);
    }

    /** The same for a number behind which there is no SMS but a chat: typography costs nothing there. */
    public static List<String> chatParts(Reply reply) {
        return Words.split(Words.said(reply), LIMIT);
    }
}
