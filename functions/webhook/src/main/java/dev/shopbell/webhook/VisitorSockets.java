package dev.shopbell.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.channels.web.Visitor;
import dev.shopbell.channels.web.VisitorToken;
import dev.shopbell.conversation.ConversationId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * A visitor's sockets: opened with the token in the query, and every frame shows the token again, because to check it costs
 * microseconds and to look up whose socket this is would cost a read.
 *
 * <p>When a socket closes nothing is done: the event does not say whose it was, a push to a closed socket is answered 410 and
 * forgotten then, and the item expires with the two hours that a socket lives at most.
 */
final class VisitorSockets {

    private static final Logger LOG = System.getLogger(VisitorSockets.class.getName());

    /** Remembers open sockets. */
    @FunctionalInterface
    interface Register {
        /** @throws dev.shopbell.platform.RetryableFailure if it may not be remembered */
        void opened(ConversationId conversation, String connectionId, Instant at);
    }

    private final VisitorToken tokens;
    private final Register register;
    private final WebDoor door;
    private final SpeakOnTheWeb speakOnTheWeb;
    private final Clock clock;

    VisitorSockets(VisitorToken tokens, Register register, WebDoor door, SpeakOnTheWeb speakOnTheWeb, Clock clock) {
        this.tokens = tokens;
        this.register = register;
        this.door = door;
        this.speakOnTheWeb = speakOnTheWeb;
        this.clock = clock;
    }

    /**
     * The status to answer: other than 200 closes the door on {@code $connect}, and is only a mark in the metrics on a frame.
     *
     * @param event as API Gateway's WebSocket API sends it; headers and query may be missing
     * @throws dev.shopbell.platform.RetryableFailure if what came could not be kept
     */
    int on(JsonNode event) {
        var context = event.path("requestContext");
        return switch (context.path("eventType").asText("")) {
            case "CONNECT" -> open(event, context.path("connectionId").asText(""));
            case "MESSAGE" -> hear(event);
            default -> 200;
        };
    }

    private int open(JsonNode event, String connectionId) {
        var knock = new WebhookRequest("GET", "/web/socket", HttpEvent.headers(event), Map.of(), new byte[0]);
        var refusal = door.refuse(knock, 1);
        if (refusal.isPresent()) {
            return refusal.get().status();
        }
        var now = clock.instant();
        var token = event.path("queryStringParameters").path("token").asText("");
        var conversation = tokens.verify(token, now).map(Visitor::conversation);
        conversation.ifPresent(known -> register.opened(known, connectionId, now));
        return conversation.isPresent() ? 200 : 401;
    }

    private int hear(JsonNode event) {
        if (event.path("body").asText("").isEmpty()) {
            return 200; // an empty frame says nothing, as those that only keep a socket open do
        }
        var isText =
                event.path("body").isTextual() && !event.path("isBase64Encoded").asBoolean(false);
        var body = isText ? event.path("body").asText() : "";
        var token = Fields.object(body).flatMap(frame -> Fields.text(frame, "token"));
        if (token.isEmpty()) {
            LOG.log(Level.DEBUG, "A frame without a token");
            return 400;
        }
        var headers = HttpEvent.headers(event);
        headers.put("authorization", "Bearer " + token.get());
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var said = new WebhookRequest("POST", "/web/socket", headers, Map.of(), bytes);
        return door.refuse(said, 1).orElseGet(() -> speakOnTheWeb.say(said)).status();
    }
}
