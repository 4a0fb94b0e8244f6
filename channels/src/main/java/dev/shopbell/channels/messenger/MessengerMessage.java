package dev.shopbell.channels.messenger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.Words;
import dev.shopbell.channels.graph.GraphApi;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes replies as Messenger takes them. Source: developers.facebook.com/docs/messenger-platform/reference/send-api
 * (text 2,000 characters, metadata 1,000) and .../send-messages/quick-replies (13 of them, title 20, payload 1,000).
 */
final class MessengerMessage {

    private static final int TEXT_LIMIT = 2000;
    private static final int MOST_QUICK_REPLIES = 13;
    private static final int TITLE_LIMIT = 20;
    private static final int PAYLOAD_LIMIT = 1000;

    private MessengerMessage() {}

    /** The requests that say the reply, in order: more than one only for a text that is too long for one. */
    static List<ObjectNode> write(ReplyId id, Reply reply) {
        var drawable = canBeDrawn(reply.choices());
        var parts = Words.split(drawable ? reply.text() : Words.numbered(reply), TEXT_LIMIT);
        var requests = new ArrayList<ObjectNode>();
        for (var part : parts) {
            var request = GraphApi.json();
            request.putObject("recipient").put("id", id.conversation().person());
            request.put("messaging_type", "RESPONSE");
            var message = request.putObject("message").put("text", part);
            // Comes back in the echo; on the last part, so that the echo means that all of it was sent.
            if (requests.size() == parts.size() - 1) {
                if (drawable && !reply.choices().isEmpty()) {
                    var quickReplies = message.putArray("quick_replies");
                    reply.choices().forEach(option -> quickReplies
                            .addObject()
                            .put("content_type", "text")
                            .put("title", option.title())
                            .put("payload", option.value()));
                }
                message.put("metadata", id.toString());
            }
            requests.add(request);
        }
        return requests;
    }

    private static boolean canBeDrawn(List<Option> options) {
        return options.size() <= MOST_QUICK_REPLIES
                && options.stream()
                        .allMatch(option -> !option.title().isBlank()
                                && option.title().length() <= TITLE_LIMIT
                                && option.value().length() <= PAYLOAD_LIMIT);
    }
}
