package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a WhatsApp message shows. {@link WhatsAppInteractive} reads what can be pressed.
 *
 * @param choices what can be pressed, links left out
 * @param complaint what WhatsApp would find wrong with it; empty if nothing
 */
record WhatsAppContent(String text, List<Sent.Choice> choices, String complaint) {
    private static final int MAX_TEXT = 4_096;
    private static final int MAX_CAPTION = 1_024;

    WhatsAppContent {
        choices = List.copyOf(choices);
    }

    static WhatsAppContent of(JsonNode body) {
        var type = body.path("type").asText("text");
        return switch (type) {
            case "text" -> plain(body.path("text").path("body").asText());
            case "interactive" -> WhatsAppInteractive.of(body.path("interactive"));
            case "image", "video", "audio", "document" -> media(type, body.path(type));
            case "location" -> location(body.path("location"));
            default -> bad("Unsupported message type here: " + type);
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

    private static WhatsAppContent media(String type, JsonNode media) {
        var link = media.path("link").asText();
        var caption = media.path("caption").asText();
        if (link.isEmpty() && !media.has("id")) {
            return bad("Either a media id or a link is required in " + type + ".");
        }
        if (type.equals("audio") && media.has("caption")) {
            return bad("Param caption is not supported for audio.");
        }
        if (tooLong(caption, MAX_CAPTION)) {
            return bad("Param caption must be at most 1024 characters long.");
        }
        return good("[" + type + "] " + link + (caption.isEmpty() ? "" : "\n" + caption));
    }

    private static WhatsAppContent location(JsonNode location) {
        if (!location.has("latitude") || !location.has("longitude")) {
            return bad("The parameters latitude and longitude are required.");
        }
        var lines = new ArrayList<String>();
        lines.add("[location] " + location.path("latitude").asText() + ", "
                + location.path("longitude").asText());
        for (var name : List.of("name", "address")) {
            if (location.has(name)) {
                lines.add(location.path(name).asText());
            }
        }
        return good(String.join("\n", lines));
    }

    static boolean tooLong(String text, int characters) {
        return text.codePointCount(0, text.length()) > characters;
    }

    static WhatsAppContent good(String text) {
        return new WhatsAppContent(text, List.of(), "");
    }

    static WhatsAppContent bad(String complaint) {
        return new WhatsAppContent("", List.of(), complaint);
    }
}
