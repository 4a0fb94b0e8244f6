package dev.shopbell.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.shopbell.channels.MediaLink;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.channels.web.Visitor;
import dev.shopbell.channels.web.WebChannel;
import dev.shopbell.channels.web.WebCursor;
import dev.shopbell.channels.web.WebMessage;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Turn;
import dev.shopbell.platform.Json;
import java.time.Clock;
import java.util.List;

/** A visitor reads what was said since. */
final class ListenOnTheWeb {

    /** Turns an answer holds at most; a page that is further behind asks again with the cursor it got. */
    private static final int MOST_TURNS = 50;

    /** The stored turns of a conversation. */
    @FunctionalInterface
    interface Turns {

        /** Those after the number, oldest first. */
        List<Turn> after(ConversationId conversation, long number, int limit);
    }

    private final WebChannel web;
    private final WebDoor door;
    private final Turns turns;
    private final MediaLink links;
    private final Clock clock;

    ListenOnTheWeb(WebChannel web, WebDoor door, Turns turns, MediaLink links, Clock clock) {
        this.web = web;
        this.door = door;
        this.turns = turns;
        this.links = links;
        this.clock = clock;
    }

    /** @throws dev.shopbell.platform.RetryableFailure if the turns cannot be read */
    HttpAnswer read(WebhookRequest request) {
        var conversation = web.visitor(request).map(Visitor::conversation);
        if (conversation.isEmpty()) {
            return HttpAnswer.refusal(
                    401, "The token is missing, wrong or too old. Get a new one: POST /web/sessions.");
        }
        var cursor = WebCursor.parse(request.query("after").orElse(""));
        if (cursor.isEmpty()) {
            return HttpAnswer.refusal(400, "\"after\" is not a cursor. Use the one of an earlier answer, or none.");
        }
        return door.slow(conversation.get()).orElseGet(() -> since(conversation.get(), cursor.get()));
    }

    private HttpAnswer since(ConversationId conversation, WebCursor cursor) {
        var isInsideTurn = cursor.index() != WebCursor.WHOLE;
        var found = turns.after(conversation, isInsideTurn ? cursor.turn() - 1 : cursor.turn(), MOST_TURNS);
        var answer = Json.object();
        var messages = answer.putArray("messages");
        var reached = cursor;
        for (var turn : found) {
            var isKnown = turn.number() == cursor.turn();
            if (!isKnown) {
                writeHeard(messages, turn);
            }
            writeReplies(messages, turn, isKnown ? cursor.index() + 1 : 0);
            reached = new WebCursor(turn.number(), WebCursor.WHOLE);
        }
        return HttpAnswer.json(200, answer.put("cursor", reached.toString()));
    }

    private void writeHeard(ArrayNode messages, Turn turn) {
        if (turn.speaker() == Turn.Speaker.CUSTOMER && !turn.heard().isEmpty()) {
            var message = messages.addObject()
                    .put("id", WebChannel.clientId(turn.trigger()))
                    .put("from", "customer")
                    .put("text", words(turn));
            message.putArray("choices");
            if (!turn.attachments().isEmpty()) {
                writeFiles(message.putArray("attachments"), turn);
            }
            message.put("at", turn.receivedAt().toString());
        }
    }

    /** A file without words says "[image]" where only words are shown; here it is shown itself. */
    private static String words(Turn turn) {
        var onlyFile = turn.attachments().size() == 1
                && turn.heard().equals("[" + turn.attachments().getFirst().kind() + "]");
        return onlyFile ? "" : turn.heard();
    }

    private void writeFiles(ArrayNode files, Turn turn) {
        for (var index = 0; index < turn.attachments().size(); index++) {
            var attachment = turn.attachments().get(index);
            var file = files.addObject()
                    .put("kind", attachment.kind())
                    .put("name", attachment.name())
                    .put("type", attachment.type());
            links.to(
                            new MediaLink.Which(turn.conversation(), turn.number(), index),
                            clock.instant(),
                            MediaLink.FOR_VISITORS)
                    .ifPresent(href -> file.put("href", href));
        }
    }

    private static void writeReplies(ArrayNode messages, Turn turn, int from) {
        for (var index = from; index < turn.replies().size(); index++) {
            WebMessage.write(
                    messages.addObject(),
                    turn.replyId(index),
                    WebMessage.author(turn.speaker()),
                    turn.replies().get(index),
                    turn.decidedAt());
        }
    }
}
