package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * WhatsApp's Cloud API. Source: developers.facebook.com/documentation/business-messaging/whatsapp, "Messages" (fields,
 * answer), "Interactive reply buttons" and "Interactive list" (limits), "Error codes".
 */
final class WhatsAppPlatform implements Platform {
    private final Supplier<String> token;
    private final MetaCallbacks callbacks;
    private final TemplateShelf templates;

    WhatsAppPlatform(Supplier<String> token, Supplier<String> appSecret) {
        this(token, appSecret, new TemplateShelf());
    }

    WhatsAppPlatform(Supplier<String> token, Supplier<String> appSecret, TemplateShelf templates) {
        this.token = token;
        this.templates = templates;
        this.callbacks = new MetaCallbacks(appSecret, "/webhooks/whatsapp");
    }

    @Override
    public String channel() {
        return "whatsapp";
    }

    @Override
    public Answer failure(int status) {
        return status == 429
                ? Answer.graphError(429, 130429, "OAuthException", "Rate limit hit")
                : GraphAccess.failure(status);
    }

    @Override
    public Answer pairExceeded() {
        return Answer.graphError(
                400,
                131056,
                "OAuthException",
                "(#131056) Too many messages sent from the sender phone number to the same recipient phone number");
    }

    @Override
    public boolean isNotice(SendRequest request) {
        try {
            return Json.read(request.body()).has("message_id");
        } catch (IOException e) {
            return false; // send() says what is wrong with it
        }
    }

    @Override
    public Window windowClosed() {
        return new Window.Later("131047");
    }

    @Override
    public boolean isForClosedWindow(SendRequest request) {
        try {
            return Json.read(request.body()).path("type").asText().equals("template");
        } catch (IOException e) {
            return false; // send() says what is wrong with it
        }
    }

    @Override
    public Optional<Callback> failed(Sent sent, String code, URI ourself, Instant now) {
        var after = Duration.ofMillis(150);
        var delivery = WhatsAppDelivery.failed(sent, code, now.plus(after));
        return Optional.of(callbacks.say(delivery, ourself, after));
    }

    @Override
    public Verdict send(SendRequest request, URI ourself, Instant now) {
        var refusal = GraphAccess.refusal(request, token.get(), 401);
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.get());
        }
        JsonNode body;
        try {
            body = Json.read(request.body());
        } catch (IOException e) {
            return refused("The request body is not a JSON object");
        }
        if (!body.path("messaging_product").asText().equals("whatsapp")) {
            return refused("The parameter messaging_product is required.");
        }
        if (body.path("status").asText().equals("read")) {
            return body.path("message_id").asText().isEmpty()
                    ? refused("The parameter message_id is required.")
                    : new Verdict.Noted(new Answer(200, Json.object().put("success", true)));
        }
        var person = body.path("to").asText(body.path("recipient").asText());
        if (person.isEmpty()) {
            return refused("The parameter to is required.");
        }
        var number = request.pathParts().get(1);
        if (body.path("type").asText().equals("template")) {
            var template = FilledTemplate.of(body.path("template"), false);
            return new TemplateRules(templates)
                    .refusal(template)
                    .<Verdict>map(fault -> new Verdict.Refused(
                            Answer.graphError(fault.status(), fault.code(), "OAuthException", fault.why())))
                    .orElseGet(() -> taken(number, body, person, TemplateView.of(template, templates), ourself, now));
        }
        var content = WhatsAppContent.of(body);
        if (!content.complaint().isEmpty()) {
            return refused(content.complaint());
        }
        var view = new TemplateView(content.text(), content.choices(), MissingNode.getInstance());
        return taken(number, body, person, view, ourself, now);
    }

    private Verdict taken(String number, JsonNode body, String person, TemplateView content, URI ourself, Instant now) {
        var digits = person.replaceFirst("^\\+", "");
        var id = Ids.whatsApp(digits);
        var tag = body.path("biz_opaque_callback_data").asText();
        var answer = Json.object().put("messaging_product", "whatsapp");
        var contact = answer.putArray("contacts").addObject().put("input", person);
        if (body.has("to")) {
            contact.put("wa_id", digits);
        } else {
            contact.put("user_id", person);
        }
        answer.putArray("messages").addObject().put("id", id);
        return new Verdict.Taken(
                new Answer(200, answer),
                new Sent(
                        0,
                        channel(),
                        id,
                        number,
                        digits,
                        content.text(),
                        content.choices(),
                        tag,
                        now,
                        body,
                        content.shown()),
                List.of(
                        status(number, digits, id, "sent", tag, ourself, now, 60),
                        status(number, digits, id, "delivered", tag, ourself, now, 200),
                        status(number, digits, id, "read", tag, ourself, now, 400)));
    }

    private Callback status(
            String number, String person, String id, String status, String tag, URI ourself, Instant now, long millis) {
        var after = Duration.ofMillis(millis);
        return callbacks.say(WhatsAppDelivery.status(number, person, id, status, tag, now.plus(after)), ourself, after);
    }

    private static Verdict refused(String why) {
        return new Verdict.Refused(Answer.graphError(400, 100, "OAuthException", why));
    }
}
