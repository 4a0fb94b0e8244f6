package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Telegram's Bot API, as far as it says something. Source: core.telegram.org/bots/api (methods, limits, answers). */
final class TelegramPlatform implements Platform {
    private static final int MAX_TEXT = 4096;
    private static final int MAX_CAPTION = 1024;
    private static final int MAX_DATA_BYTES = 64;
    /** Where in the path the token stands; the method follows. */
    private static final int TOKEN = 0;

    /** What each method must have besides the chat. */
    private static final Map<String, String> CONTENT = Map.of(
            "sendMessage", "text",
            "sendPhoto", "photo",
            "sendVideo", "video",
            "sendAudio", "audio",
            "sendDocument", "document",
            "sendLocation", "latitude",
            "sendVenue", "title");

    private final Supplier<String> token;

    TelegramPlatform(Supplier<String> token) {
        this.token = token;
    }

    @Override
    public String channel() {
        return "telegram";
    }

    @Override
    public Answer failure(int status) {
        var answer = error(status, "Something went wrong");
        if (status == 429) {
            if (answer.body() instanceof ObjectNode body) {
                body.putObject("parameters").put("retry_after", 1);
            }
        }
        return answer;
    }

    @Override
    public boolean isNotice(SendRequest request) {
        return request.pathParts().get(TOKEN + 1).equals("sendChatAction");
    }

    @Override
    public Verdict send(SendRequest request, URI ourself, Instant now) {
        if (!request.pathParts().get(TOKEN).equals("bot" + token.get())) {
            return new Verdict.Refused(error(401, "Unauthorized"));
        }
        if (isNotice(request)) {
            return new Verdict.Noted(
                    new Answer(200, Json.object().put("ok", true).put("result", true)));
        }
        var content = CONTENT.get(request.pathParts().get(TOKEN + 1));
        if (content == null) {
            return new Verdict.Refused(error(404, "Not Found: method not found"));
        }
        JsonNode body;
        try {
            body = Json.read(request.body());
        } catch (IOException e) {
            return new Verdict.Refused(error(400, "Bad Request: can't parse JSON"));
        }
        var complaint = complaint(body, content);
        return complaint.isEmpty() ? taken(body, now) : new Verdict.Refused(error(400, "Bad Request: " + complaint));
    }

    private static String complaint(JsonNode body, String content) {
        if (body.path("chat_id").asText().isEmpty()) {
            return "chat_id is empty";
        }
        if (body.path(content).asText().isEmpty()) {
            return content + " is empty";
        }
        if (body.path("text").asText().length() > MAX_TEXT) {
            return "message is too long";
        }
        if (body.path("caption").asText().length() > MAX_CAPTION) {
            return "message caption is too long";
        }
        return choices(body).stream()
                        .anyMatch(choice -> choice.value().getBytes(StandardCharsets.UTF_8).length > MAX_DATA_BYTES)
                ? "BUTTON_DATA_INVALID"
                : "";
    }

    private Verdict taken(JsonNode body, Instant now) {
        var id = Math.floorMod(System.nanoTime(), 1_000_000_000L);
        var chat = body.path("chat_id").asText();
        var text = body.path("text")
                .asText(body.path("caption").asText(body.path("title").asText()));
        var answer = Json.object().put("ok", true);
        answer.putObject("result").put("message_id", id).put("date", now.getEpochSecond());
        return new Verdict.Taken(
                new Answer(200, answer),
                new Sent(0, channel(), Long.toString(id), bot(), chat, text, choices(body), "", now, body),
                List.of()); // Telegram says nothing of what became of a message
    }

    private String bot() {
        return token.get().split(":", 2)[0];
    }

    private static List<Sent.Choice> choices(JsonNode body) {
        var choices = new ArrayList<Sent.Choice>();
        body.path("reply_markup")
                .path("inline_keyboard")
                .forEach(row -> row.forEach(button -> {
                    if (button.has("callback_data")) {
                        choices.add(new Sent.Choice(
                                button.path("callback_data").asText(),
                                button.path("text").asText()));
                    }
                }));
        return choices;
    }

    static Answer error(int status, String description) {
        return new Answer(
                status, Json.object().put("ok", false).put("error_code", status).put("description", description));
    }
}
