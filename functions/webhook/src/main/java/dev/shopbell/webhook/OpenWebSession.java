package dev.shopbell.webhook;

import dev.shopbell.channels.web.VisitorToken;
import dev.shopbell.channels.web.WebChannel;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.Json;
import java.time.Clock;
import java.util.UUID;

/** Lets a visitor in: a new conversation, and the token that shows whose it is. */
final class OpenWebSession {

    /** The business's end of every web conversation: a stack serves one shop. */
    private static final String ACCOUNT = "shop";

    private final VisitorToken tokens;
    private final String socketUrl;
    private final Clock clock;

    /** @param socketUrl where the page may open its socket; the token is added to it as {@code ?token=} by the page */
    OpenWebSession(VisitorToken tokens, String socketUrl, Clock clock) {
        this.tokens = tokens;
        this.socketUrl = socketUrl;
        this.clock = clock;
    }

    HttpAnswer open() {
        var visitor = UUID.randomUUID().toString();
        var conversation = new ConversationId(WebChannel.NAME, ACCOUNT, visitor);
        return tokens.issue(conversation, clock.instant())
                .map(token -> HttpAnswer.json(
                        201,
                        Json.object()
                                .put("token", token)
                                .put("conversationId", conversation.toString())
                                .put("socketUrl", socketUrl)))
                .orElseGet(() -> HttpAnswer.refusal(
                        503, "The web chat is not set up: the setting WEB_TOKEN_SECRET is missing."));
    }
}
