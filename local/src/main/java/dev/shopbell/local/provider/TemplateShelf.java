package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The templates that are registered with a platform, approved at once. Sends are held against them as soon as there is one;
 * until then any name will do. Source: developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview
 * ("Creation") and .../templates/components (limits); Messenger's are registered in the same shape.
 */
final class TemplateShelf {
    private static final int MAX_BODY = 1_024;
    private static final int MAX_TITLE = 60;
    private static final int MAX_BUTTONS = 10;
    private static final int MAX_LABEL = 25;

    private final Map<String, JsonNode> byKey = new ConcurrentSkipListMap<>();

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** As it was registered; missing if it was not. */
    JsonNode find(String name, String language) {
        return byKey.getOrDefault(key(name, language), MissingNode.getInstance());
    }

    private static String key(String name, String language) {
        return name + " " + language;
    }

    Answer list() {
        var answer = Json.object();
        var data = answer.putArray("data");
        byKey.values().forEach(data::add);
        return new Answer(200, answer);
    }

    /** Registers one, or one anew. */
    Answer register(String body) {
        JsonNode template;
        try {
            template = Json.read(body);
        } catch (IOException e) {
            return refused("The request body is not a JSON object");
        }
        var complaint = complaint(template);
        if (!complaint.isEmpty()) {
            return refused(complaint);
        }
        var name = template.path("name").asText();
        byKey.put(key(name, template.path("language").asText()), template);
        return new Answer(
                200,
                Json.object()
                        .put("id", Integer.toUnsignedString(name.hashCode()))
                        .put("status", "APPROVED")
                        .put("category", template.path("category").asText("UTILITY")));
    }

    private static Answer refused(String why) {
        return Answer.graphError(400, 100, "OAuthException", why);
    }

    private static String complaint(JsonNode template) {
        if (!template.path("name").asText().matches("[a-z0-9_]{1,512}")
                || template.path("language").asText().isEmpty()) {
            return "A template needs a name of a-z, 0-9 and _, and a language.";
        }
        var text = part(template, "BODY").path("text").asText();
        if (text.isEmpty() || WhatsAppContent.tooLong(text, MAX_BODY)) {
            return "A template needs a BODY with a text of 1 to " + MAX_BODY + " characters.";
        }
        if (WhatsAppContent.tooLong(part(template, "HEADER").path("text").asText(), MAX_TITLE)) {
            return "A HEADER's text has at most " + MAX_TITLE + " characters.";
        }
        var buttons = part(template, "BUTTONS").path("buttons");
        if (buttons.size() > MAX_BUTTONS
                || buttons.valueStream()
                        .anyMatch(each ->
                                WhatsAppContent.tooLong(each.path("text").asText(), MAX_LABEL))) {
            return "A template has at most " + MAX_BUTTONS + " BUTTONS, with texts of at most " + MAX_LABEL
                    + " characters.";
        }
        return "";
    }

    /** A component of a registered template; missing if it has none of that type. */
    static JsonNode part(JsonNode template, String type) {
        return template.path("components")
                .valueStream()
                .filter(each -> each.path("type").asText().equalsIgnoreCase(type))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    /** Whether a registered button has a place for something of each customer. */
    static boolean isFilled(JsonNode button) {
        return TemplateRules.VARIABLE
                .matcher(button.path("url").asText() + button.path("payload").asText())
                .find();
    }
}
