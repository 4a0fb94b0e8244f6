package dev.shopbell.channels.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.conversation.Turn;
import java.time.Instant;

/** Writes messages as the pages read them, the same for a push and for a list. */
public final class WebMessage {

    private WebMessage() {}

    /** Who speaks the replies of a turn: what was heard from an agent is what the agent says. */
    public static String author(Turn.Speaker speaker) {
        return speaker == Turn.Speaker.AGENT ? "agent" : "bot";
    }

    /** {@code {"id","from","text","choices":[{"value","title"}],"at"}}. */
    public static void write(ObjectNode message, ReplyId id, String from, Reply reply, Instant at) {
        message.put("id", id.toString()).put("from", from).put("text", reply.text());
        var choices = message.putArray("choices");
        reply.choices()
                .forEach(option ->
                        choices.addObject().put("value", option.value()).put("title", option.title()));
        message.put("at", at.toString());
    }
}
