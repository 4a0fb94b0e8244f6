package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be pressed in a WhatsApp message. Source: developers.facebook.com/documentation/business-messaging/whatsapp/messages, the
 * pages of interactive messages, each with its limits.
 */
final class WhatsAppInteractive {
    private static final int MAX_BODY = 1_024;
    private static final int MAX_LIST_BODY = 4_096;
    private static final int MAX_BUTTONS = 3;
    private static final int MAX_LABEL = 20;
    private static final int MAX_ROWS = 10;
    private static final int MAX_ROW_TITLE = 24;
    private static final int MAX_ROW_DESCRIPTION = 72;
    private static final int MAX_CARDS = 10;
    private static final int MAX_CARD_BODY = 160;

    private WhatsAppInteractive() {}

    static WhatsAppContent of(JsonNode interactive) {
        var type = interactive.path("type").asText();
        var text = interactive.path("body").path("text").asText();
        var limit = type.equals("list") ? MAX_LIST_BODY : MAX_BODY;
        if (text.isBlank() || WhatsAppContent.tooLong(text, limit)) {
            return WhatsAppContent.bad("Interactive body text length invalid. Min length: 1, Max length: " + limit);
        }
        var header = image(interactive);
        var action = interactive.path("action");
        return switch (type) {
            case "button" -> buttons(header + text, action);
            case "list" -> list(text, action);
            case "cta_url" -> link(header + text, action);
            case "flow" -> flow(text, action);
            case "carousel" -> carousel(text, action.path("cards").valueStream().toList());
            default -> WhatsAppContent.bad("Unsupported interactive type here: " + type);
        };
    }

    private static String image(JsonNode node) {
        var link = node.path("header").path("image").path("link").asText();
        return link.isEmpty() ? "" : "[image] " + link + "\n";
    }

    private static WhatsAppContent buttons(String text, JsonNode action) {
        var choices = action.path("buttons")
                .valueStream()
                .map(button -> choice(button.path("reply")))
                .toList();
        return new WhatsAppContent(text, choices, complaint(choices, MAX_BUTTONS, MAX_LABEL));
    }

    private static WhatsAppContent list(String text, JsonNode action) {
        var choices = new ArrayList<Sent.Choice>();
        var described = new StringBuilder(text);
        for (var section : action.path("sections")) {
            for (var row : section.path("rows")) {
                choices.add(choice(row));
                var description = row.path("description").asText();
                if (WhatsAppContent.tooLong(description, MAX_ROW_DESCRIPTION)) {
                    return WhatsAppContent.bad("Row description is too long. Max length: " + MAX_ROW_DESCRIPTION);
                }
                if (!description.isEmpty()) {
                    described
                            .append("\n  ")
                            .append(row.path("title").asText())
                            .append(" – ")
                            .append(description);
                }
            }
        }
        var label = action.path("button").asText();
        return label.isEmpty() || WhatsAppContent.tooLong(label, MAX_LABEL)
                ? WhatsAppContent.bad("List button label length invalid. Min length: 1, Max length: " + MAX_LABEL)
                : new WhatsAppContent(described.toString(), choices, complaint(choices, MAX_ROWS, MAX_ROW_TITLE));
    }

    private static WhatsAppContent link(String text, JsonNode action) {
        var parameters = action.path("parameters");
        var label = parameters.path("display_text").asText();
        var url = parameters.path("url").asText();
        return label.isEmpty() || WhatsAppContent.tooLong(label, MAX_LABEL) || url.isEmpty()
                ? WhatsAppContent.bad("A cta_url needs a display_text of 1 to " + MAX_LABEL + " characters and a url")
                : WhatsAppContent.good(text + "\n  " + label + ": " + url);
    }

    private static WhatsAppContent flow(String text, JsonNode action) {
        var parameters = action.path("parameters");
        var isWhole = parameters.path("flow_message_version").asText().equals("3")
                && parameters.has("flow_id")
                && parameters.has("flow_cta");
        return isWhole
                ? WhatsAppContent.good(
                        text + "\n  " + parameters.path("flow_cta").asText() + ": flow "
                                + parameters.path("flow_id").asText())
                : WhatsAppContent.bad("A flow needs flow_message_version \"3\", flow_id and flow_cta");
    }

    private static WhatsAppContent carousel(String text, List<JsonNode> cards) {
        if (cards.size() < 2 || cards.size() > MAX_CARDS) {
            return WhatsAppContent.bad("A carousel has 2 to " + MAX_CARDS + " cards");
        }
        var shown = new StringBuilder(text);
        var choices = new ArrayList<Sent.Choice>();
        var kinds = cards.stream()
                .map(card -> card.path("action").path("buttons").size())
                .distinct()
                .count();
        for (var card : cards) {
            var body = card.path("body").path("text").asText();
            if (kinds > 1 || image(card).isEmpty() || WhatsAppContent.tooLong(body, MAX_CARD_BODY)) {
                return WhatsAppContent.bad("Every card needs a picture, at most " + MAX_CARD_BODY
                        + " characters, and the same buttons as the others");
            }
            shown.append("\n▭ ").append(body).append("\n  ").append(image(card).strip());
            var parameters = card.path("action").path("parameters");
            if (parameters.has("url")) {
                shown.append("\n  ")
                        .append(parameters.path("display_text").asText())
                        .append(": ")
                        .append(parameters.path("url").asText());
            }
            card.path("action").path("buttons").forEach(button -> choices.add(choice(button.path("quick_reply"))));
        }
        return new WhatsAppContent(
                shown.toString(),
                choices,
                choices.isEmpty() ? "" : complaint(choices, MAX_CARDS * MAX_BUTTONS, MAX_LABEL));
    }

    private static String complaint(List<Sent.Choice> choices, int most, int longest) {
        if (choices.isEmpty() || choices.size() > most) {
            return "Invalid number of options. Min allowed: 1, Max allowed: " + most;
        }
        var titlesFit = choices.stream()
                .allMatch(choice -> !choice.title().isEmpty() && !WhatsAppContent.tooLong(choice.title(), longest));
        return titlesFit ? "" : "Title length invalid. Min length: 1, Max length: " + longest;
    }

    private static Sent.Choice choice(JsonNode from) {
        return new Sent.Choice(from.path("id").asText(), from.path("title").asText());
    }
}
