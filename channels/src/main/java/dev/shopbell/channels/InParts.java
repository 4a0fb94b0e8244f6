package dev.shopbell.channels;

import dev.shopbell.conversation.Reply;
import java.util.function.Function;

/** Says a reply as plain text, in as many messages as it takes. */
public final class InParts {

    private InParts() {}

    /**
     * Sends part after part, and stops at the first that does not go out.
     *
     * @param limit characters a message may have
     * @param send sends one message
     * @return how the last part that was sent fared
     */
    public static SendOutcome send(Reply reply, int limit, Function<String, SendOutcome> send) {
        SendOutcome outcome = new SendOutcome.GiveUp("empty", "A reply without words");
        for (var part : Words.split(Words.numbered(reply), limit)) {
            outcome = send.apply(part);
            if (!(outcome instanceof SendOutcome.Accepted)) {
                return outcome;
            }
        }
        return outcome;
    }
}
