package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a Messenger message shows. Sources: developers.facebook.com/docs/messenger-platform/reference/send-api; .../send-messages,
 * "Quick replies", "Generic template", "Button template", "Utility messages".
 *
 * @param choices what can be pressed, links left out
 * @param complaint what Messenger would find wrong with it; empty if nothing
 */
record MessengerContent(String text, List<Sent.Choice> choices, String complaint) {
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_QUICK_REPLIES = 13;
    private static final int MAX_TITLE = 20;
    private static final int MAX_PAYLOAD = 1_000;
    private static final int MAX_ELEMENTS = 10;
    private static final int MAX_LINE = 80;
    private static final int MAX_BUTTONS = 3;
    private static final int MAX_BUTTON_TEXT = 640;

    MessengerContent {
        choices = List.copyOf(choices);
    }

    static MessengerContent of(JsonNode body) {
        var message = body.path("message");
        var choices = new ArrayList<Sent.Choice>();
        for (var each : message.path("quick_replies")) {
            choices.add(choice(each));
        }
        if (choices.size() > MAX_QUICK_REPLIES) {
            return bad("Too many elements in message[quick_replies]: at most " + MAX_QUICK_REPLIES);
        }
        if (!fit(choices)) {
            return bad("Length of param message[quick_replies][title] must be 1 to " + MAX_TITLE);
        }
        var attachment = message.path("attachment");
        if (attachment.isObject()) {
            return attachment(attachment, choices);
        }
        var text = message.path("text").asText();
        if (text.isEmpty()) {
            return bad("The message must contain text or an attachment");
        }
        return new MessengerContent(
                text,
                choices,
                tooLong(text, MAX_TEXT)
                        ? "Length of param message[text] must be less than or equal to " + MAX_TEXT
                        : "");
    }

    private static MessengerContent attachment(JsonNode attachment, List<Sent.Choice> choices) {
        var payload = attachment.path("payload");
        if (!attachment.path("type").asText().equals("template")) {
            var url = payload.path("url").asText();
            return new MessengerContent(
                    "[" + attachment.path("type").asText() + "] " + url,
                    choices,
                    url.startsWith("https://") ? "" : "message[attachment][payload][url] should represent a valid URL");
        }
        var lines = new ArrayList<String>();
        var all = new ArrayList<>(choices);
        var generic = payload.path("template_type").asText().equals("generic");
        var elements = generic ? payload.path("elements").valueStream().toList() : List.of(payload);
        if (elements.isEmpty() || elements.size() > MAX_ELEMENTS) {
            return bad("message[attachment][payload][elements] must have 1 to " + MAX_ELEMENTS + " elements");
        }
        for (var element : elements) {
            var complaint = generic ? complaintOfCard(element) : complaintOfButtons(element);
            if (!complaint.isEmpty()) {
                return bad(complaint);
            }
            lines.add(describe(element, all));
        }
        return new MessengerContent(
                String.join("\n", lines), all, fit(all) ? "" : "A button's title or payload is too long");
    }

    private static String complaintOfCard(JsonNode element) {
        if (element.path("title").asText().isEmpty() || element.size() < 2) {
            return "An element must have a title and one more property";
        }
        if (tooLong(element.path("title").asText(), MAX_LINE)
                || tooLong(element.path("subtitle").asText(), MAX_LINE)) {
            return "Length of an element's title and subtitle must be less than or equal to " + MAX_LINE;
        }
        return element.path("buttons").size() > MAX_BUTTONS ? "An element may have " + MAX_BUTTONS + " buttons" : "";
    }

    private static String complaintOfButtons(JsonNode payload) {
        var text = payload.path("text").asText();
        return text.isEmpty()
                        || tooLong(text, MAX_BUTTON_TEXT)
                        || payload.path("buttons").isEmpty()
                ? "A button template needs a text of 1 to " + MAX_BUTTON_TEXT + " characters and buttons"
                : "";
    }

    /** A card, or a text with buttons, as lines; what can be pressed is added to the choices. */
    private static String describe(JsonNode element, List<Sent.Choice> choices) {
        var words = new StringBuilder(element.path("text").asText());
        if (element.has("title")) {
            words.append("▭ ").append(element.path("title").asText());
        }
        for (var name : List.of("subtitle", "image_url")) {
            if (element.has(name)) {
                words.append("\n  ").append(element.path(name).asText());
            }
        }
        for (var button : element.path("buttons")) {
            if (button.path("type").asText().equals("web_url")) {
                words.append("\n  ")
                        .append(button.path("title").asText())
                        .append(": ")
                        .append(button.path("url").asText());
            } else {
                choices.add(choice(button));
            }
        }
        return words.toString();
    }

    private static Sent.Choice choice(JsonNode from) {
        return new Sent.Choice(from.path("payload").asText(), from.path("title").asText());
    }

    private static boolean fit(List<Sent.Choice> choices) {
        return choices.stream()
                .allMatch(choice -> !choice.title().isEmpty()
                        && !tooLong(choice.title(), MAX_TITLE)
                        && choice.value().length() <= MAX_PAYLOAD);
    }

    private static boolean tooLong(String text, int characters) {
        return text.codePointCount(0, text.length()) > characters;
    }

    private static MessengerContent bad(String complaint) {
        return new MessengerContent("", List.of(), complaint);
    }
}
