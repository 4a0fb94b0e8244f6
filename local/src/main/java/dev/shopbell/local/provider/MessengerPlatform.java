package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Messenger's Send API. Source: developers.facebook.com/docs/messenger-platform/reference/send-api (fields, limits, answer)
 * and its error codes.
 */
final class MessengerPlatform implements Platform {
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_QUICK_REPLIES = 13;

    private final Supplier<String> pageToken;
    private final MetaCallbacks callbacks;

    MessengerPlatform(Supplier<String> pageToken, Supplier<String> appSecret) {
        this.pageToken = pageToken;
        this.callbacks = new MetaCallbacks(appSecret, "/webhooks/messenger");
    }

    @Override
    public String channel() {
        return "messenger";
    }

    @Override
    public Answer failure(int status) {
        return GraphAccess.failure(status);
    }

    @Override
    public Verdict send(SendRequest request, URI ourself, Instant now) {
        var refusal = GraphAccess.refusal(request, pageToken.get(), 400);
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.get());
        }
        JsonNode body;
        try {
            body = Json.read(request.body());
        } catch (IOException e) {
            return refused("The request body is not a JSON object");
        }
        var person = body.path("recipient").path("id").asText();
        var message = body.path("message");
        var text = message.path("text")
                .asText(message.path("attachment").path("payload").path("text").asText());
        if (person.isEmpty()) {
            return refused("The parameter recipient is required");
        }
        if (text.isEmpty()) {
            return refused("The message must contain text or an attachment");
        }
        if (text.codePointCount(0, text.length()) > MAX_TEXT) {
            return refused("Length of param message[text] must be less than or equal to " + MAX_TEXT);
        }
        if (message.path("quick_replies").size() > MAX_QUICK_REPLIES) {
            return refused("Too many elements in message[quick_replies]: at most " + MAX_QUICK_REPLIES);
        }
        return taken(body, person, text, ourself, now);
    }

    private Verdict taken(JsonNode body, String person, String text, URI ourself, Instant now) {
        var id = Ids.messenger();
        var tag = body.path("message").path("metadata").asText();
        var page = Addresses.PAGE;
        return new Verdict.Taken(
                new Answer(200, Json.object().put("recipient_id", person).put("message_id", id)),
                new Sent(0, channel(), id, page, person, text, choices(body.path("message")), tag, now, body),
                List.of(
                        callbacks.say(
                                MessengerDelivery.echo(page, person, id, text, tag, now),
                                ourself,
                                Duration.ofMillis(80)),
                        callbacks.say(
                                MessengerDelivery.delivered(page, person, id, now), ourself, Duration.ofMillis(250))));
    }

    private static List<Sent.Choice> choices(JsonNode message) {
        var choices = new ArrayList<Sent.Choice>();
        for (var each : message.path("quick_replies")) {
            choices.add(new Sent.Choice(
                    each.path("payload").asText(), each.path("title").asText()));
        }
        for (var each : message.path("attachment").path("payload").path("buttons")) {
            choices.add(new Sent.Choice(
                    each.path("payload").asText(), each.path("title").asText()));
        }
        return choices;
    }

    private static Verdict refused(String why) {
        return new Verdict.Refused(Answer.graphError(400, 100, "OAuthException", why));
    }
}
