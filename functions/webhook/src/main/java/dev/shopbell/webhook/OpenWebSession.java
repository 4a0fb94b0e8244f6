package dev.shopbell.webhook;

import dev.shopbell.channels.Fields;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.channels.web.CustomerIdentity;
import dev.shopbell.channels.web.CustomerIdentity.Verdict;
import dev.shopbell.channels.web.Visitor;
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
    private final CustomerIdentity identity;
    private final String socketUrl;
    private final Clock clock;

    /** @param socketUrl where the page may open its socket; the token is added to it as {@code ?token=} by the page */
    OpenWebSession(VisitorToken tokens, CustomerIdentity identity, String socketUrl, Clock clock) {
        this.tokens = tokens;
        this.identity = identity;
        this.socketUrl = socketUrl;
        this.clock = clock;
    }

    /** A stranger's session; with {@code {"identity": "…"}} the session of the customer whom the shop says it is. */
    HttpAnswer open(WebhookRequest request) {
        var shown = Fields.object(request.body()).flatMap(body -> Fields.text(body, "identity"));
        if (shown.isEmpty()) {
            return open(UUID.randomUUID().toString(), "");
        }
        return switch (identity.verify(shown.get(), clock.instant())) {
            case Verdict.Known(var person, var name) -> open(person, name);
            case Verdict.Refused(var why) -> HttpAnswer.refusal(401, why);
        };
    }

    private HttpAnswer open(String person, String name) {
        var conversation = new ConversationId(WebChannel.NAME, ACCOUNT, person);
        return tokens.issue(new Visitor(conversation, name), clock.instant())
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
