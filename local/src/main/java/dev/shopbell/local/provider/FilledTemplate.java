package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was sent to be filled into a template, the same for WhatsApp (a component for each button, with its index) and Messenger
 * (one for all buttons, those that take nothing left out). Sources:
 * developers.facebook.com/documentation/business-messaging/whatsapp/templates/components and
 * .../messenger-platform/send-messages/utility-messages.
 *
 * @param header its one parameter; missing if there is none
 * @param buttons by index on WhatsApp, else in their order
 * @param isMessengers whether pictures stay as registered, and buttons are filled in their order
 */
record FilledTemplate(
        String name,
        String language,
        JsonNode header,
        List<JsonNode> body,
        Map<Integer, Button> buttons,
        boolean isMessengers) {

    /**
     * A button's parameter.
     *
     * @param kind {@code quick_reply}, {@code url}, {@code copy_code}, {@code flow}, or as it was written
     * @param value what comes back, is copied, or ends the address
     */
    record Button(String kind, String value) {}

    static FilledTemplate of(JsonNode template, boolean isMessengers) {
        JsonNode header = MissingNode.getInstance();
        var body = new ArrayList<JsonNode>();
        var buttons = new TreeMap<Integer, Button>();
        for (var component : template.path("components")) {
            var parameters = component.path("parameters");
            switch (component.path("type").asText()) {
                case "header" -> header = parameters.path(0);
                case "body" -> parameters.forEach(body::add);
                case "button" ->
                    buttons.put(
                            component.path("index").asInt(),
                            button(component.path("sub_type").asText(), parameters.path(0)));
                case "buttons" -> parameters.forEach(each -> buttons.put(buttons.size(), button("", each)));
                default -> {
                    // The platforms leave aside what they do not know.
                }
            }
        }
        return new FilledTemplate(
                template.path("name").asText(),
                template.path("language").path("code").asText(),
                header,
                body,
                buttons,
                isMessengers);
    }

    private static Button button(String kind, JsonNode parameter) {
        var type = parameter.path("type").asText();
        return switch (type) {
            case "POSTBACK", "payload" ->
                new Button("quick_reply", parameter.path("payload").asText());
            case "URL" -> new Button("url", parameter.path("url").asText());
            case "coupon_code" ->
                new Button("copy_code", parameter.path("coupon_code").asText());
            case "action" ->
                new Button("flow", parameter.path("action").path("flow_token").asText());
            default -> new Button(kind, parameter.path("text").asText());
        };
    }

    /** What is filled into each of the buttons that are registered. */
    Map<Integer, Button> buttonsAmong(JsonNode registered) {
        if (!isMessengers) {
            return buttons;
        }
        var placed = new TreeMap<Integer, Button>();
        var next = new ArrayDeque<>(buttons.values());
        for (int at = 0; at < registered.size() && !next.isEmpty(); at++) {
            if (TemplateShelf.isFilled(registered.path(at))) {
                placed.put(at, next.remove());
            }
        }
        next.forEach(each -> placed.put(Math.max(registered.size(), placed.size()), each));
        return placed;
    }

    /** What the customer reads in the place of a variable. */
    static String text(JsonNode parameter) {
        return switch (parameter.path("type").asText()) {
            case "currency", "date_time" ->
                parameter
                        .path(parameter.path("type").asText())
                        .path("fallback_value")
                        .asText();
            default -> parameter.path("text").asText();
        };
    }
}
