package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a WhatsApp message shows.
 *
 * @param complaint what WhatsApp would find wrong with it; empty if nothing
 */
record WhatsAppContent(String text, List<Sent.Choice> choices, String complaint) {
    private static final int MAX_TEXT = 4_096;
    private static final int MAX_INTERACTIVE_TEXT = 1_024;
    private static final int MAX_BUTTONS = 3;
    private static final int MAX_BUTTON_TITLE = 20;
    private static final int MAX_ROWS = 10;
    private static final int MAX_ROW_TITLE = 24;

    WhatsAppContent {
        choices = List.copyOf(choices);
    }

    static WhatsAppContent of(JsonNode body) {
        return switch (body.path("type").asText("text")) {
            case "text" -> plain(body.path("text").path("body").asText());
            case "interactive" -> interactive(body.path("interactive"));
            case String other -> bad("Unsupported message type here: " + other);
        };
    }

    private static WhatsAppContent plain(String text) {
        if (text.isEmpty()) {
            return bad("The parameter text['body'] is required.");
        }
        return new WhatsAppContent(
                text,
                List.of(),
                tooLong(text, MAX_TEXT) ? "Param text['body'] must be at most 4096 characters long." : "");
    }

    private static WhatsAppContent interactive(JsonNode interactive) {
        var text = interactive.path("body").path("text").asText();
        if (text.isEmpty() || tooLong(text, MAX_INTERACTIVE_TEXT)) {
            return bad("Interactive body text length invalid. Min length: 1, Max length: 1024");
        }
        var choices = new ArrayList<Sent.Choice>();
        var action = interactive.path("action");
        for (var button : action.path("buttons")) {
            choices.add(choice(button.path("reply")));
        }
        for (var section : action.path("sections")) {
            for (var row : section.path("rows")) {
                choices.add(choice(row));
            }
        }
        var list = interactive.path("type").asText().equals("list");
        return new WhatsAppContent(
                text,
                choices,
                complaint(choices, list ? MAX_ROWS : MAX_BUTTONS, list ? MAX_ROW_TITLE : MAX_BUTTON_TITLE));
    }

    private static String complaint(List<Sent.Choice> choices, int most, int longest) {
        if (choices.isEmpty() || choices.size() > most) {
            return "Invalid number of options. Min allowed: 1, Max allowed: " + most;
        }
        var titlesFit =
                choices.stream().allMatch(choice -> !choice.title().isEmpty() && !tooLong(choice.title(), longest));
        return titlesFit ? "" : "Title length invalid. Min length: 1, Max length: " + longest;
    }

    private static Sent.Choice choice(JsonNode from) {
        return new Sent.Choice(from.path("id").asText(), from.path("title").asText());
    }

    private static boolean tooLong(String text, int characters) {
        return text.codePointCount(0, text.length()) > characters;
    }

    private static WhatsAppContent bad(String complaint) {
        return new WhatsAppContent("", List.of(), complaint);
    }
}
