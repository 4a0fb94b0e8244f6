package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Messenger's Send API. Source: developers.facebook.com/docs/messenger-platform/reference/send-api (fields, limits, answer)
 * and its error codes.
 */
final class MessengerPlatform implements Platform {
    private static final Duration READ_AFTER = Duration.ofMillis(450);

    private final Supplier<String> pageToken;
    private final MetaCallbacks callbacks;
    private final TemplateShelf templates;

    MessengerPlatform(Supplier<String> pageToken, Supplier<String> appSecret) {
        this(pageToken, appSecret, new TemplateShelf());
    }

    MessengerPlatform(Supplier<String> pageToken, Supplier<String> appSecret, TemplateShelf templates) {
        this.pageToken = pageToken;
        this.templates = templates;
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
    public boolean isNotice(SendRequest request) {
        try {
            return Json.read(request.body()).has("sender_action");
        } catch (IOException e) {
            return false; // send() says what is wrong with it
        }
    }

    @Override
    public Window windowClosed() {
        var answer = Answer.graphError(400, 10, "OAuthException", "This message is sent outside of allowed window.");
        if (answer.body().path("error") instanceof ObjectNode error) {
            error.put("error_subcode", 2018278);
        }
        return new Window.Says(answer);
    }

    @Override
    public boolean isForClosedWindow(SendRequest request) {
        try {
            var body = Json.read(request.body());
            return body.path("tag").asText().equals("HUMAN_AGENT")
                    || body.path("messaging_type").asText().equals("UTILITY");
        } catch (IOException e) {
            return false; // send() says what is wrong with it
        }
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
        if (person.isEmpty()) {
            return refused("The parameter recipient is required");
        }
        if (body.has("sender_action")) {
            return new Verdict.Noted(new Answer(200, Json.object().put("recipient_id", person)));
        }
        var template = body.path("message").path("template");
        if (template.isObject()) {
            return utility(body, person, FilledTemplate.of(template, true), ourself, now);
        }
        var content = MessengerContent.of(body);
        var view = new TemplateView(content.text(), content.choices(), MissingNode.getInstance());
        return content.complaint().isEmpty() ? taken(body, person, view, ourself, now) : refused(content.complaint());
    }

    private Verdict utility(JsonNode body, String person, FilledTemplate template, URI ourself, Instant now) {
        if (!body.path("messaging_type").asText().equals("UTILITY")) {
            return refused("A template needs the messaging_type UTILITY");
        }
        return new TemplateRules(templates)
                .refusal(template)
                .<Verdict>map(fault -> refused(fault.why()))
                .orElseGet(() -> taken(body, person, TemplateView.of(template, templates), ourself, now));
    }

    private Verdict taken(JsonNode body, String person, TemplateView content, URI ourself, Instant now) {
        var id = Ids.messenger();
        var tag = body.path("message").path("metadata").asText();
        var page = Addresses.PAGE;
        return new Verdict.Taken(
                new Answer(200, Json.object().put("recipient_id", person).put("message_id", id)),
                new Sent(
                        0,
                        channel(),
                        id,
                        page,
                        person,
                        content.text(),
                        content.choices(),
                        tag,
                        now,
                        body,
                        content.shown()),
                List.of(
                        callbacks.say(
                                MessengerDelivery.echo(
                                        page,
                                        person,
                                        id,
                                        body.path("message").path("text").asText(),
                                        tag,
                                        now),
                                ourself,
                                Duration.ofMillis(80)),
                        callbacks.say(
                                MessengerDelivery.delivered(page, person, id, now), ourself, Duration.ofMillis(250)),
                        callbacks.say(
                                MessengerDelivery.read(page, person, now, now.plus(READ_AFTER)), ourself, READ_AFTER)));
    }

    private static Verdict refused(String why) {
        return new Verdict.Refused(Answer.graphError(400, 100, "OAuthException", why));
    }
}
