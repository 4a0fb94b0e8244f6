package dev.shopbell.channels.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.ChannelEvent;
import dev.shopbell.channels.Facts;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.Heard;
import dev.shopbell.channels.InWords;
import dev.shopbell.channels.Reading;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads one update. Source: core.telegram.org/bots/api, "Update", "Message", "CallbackQuery", "ChatMemberUpdated"; commands:
 * core.telegram.org/bots/features, "Commands".
 */
final class TelegramUpdate {

    /** What a message can be of, by the field that carries it, and what we call it; the first that is there counts. */
    private static final Map<String, String> CONTENT = content();

    private TelegramUpdate() {}

    static Reading read(byte[] body, String bot, Instant receivedAt) {
        return Fields.object(body)
                .<Reading>map(update -> new Reading.Events(List.of(event(update, bot, receivedAt))))
                .orElseGet(() -> new Reading.Malformed("The body is not a JSON object in UTF-8."));
    }

    private static ChannelEvent event(JsonNode update, String bot, Instant receivedAt) {
        if (update.path("message").isObject()) {
            return message(update.path("message"), bot, receivedAt);
        }
        if (update.path("callback_query").isObject()) {
            return pressed(update.path("callback_query"), bot, receivedAt);
        }
        if (update.path("edited_message").isObject()) {
            return facts("edit", update.path("edited_message"), bot)
                    .put("text", Fields.text(update, "edited_message", "text"))
                    .nothing();
        }
        var status = Fields.text(update, "my_chat_member", "new_chat_member", "status");
        if (status.isPresent()) {
            var left = status.get().equals("kicked") || status.get().equals("left");
            return facts(left ? "opt_out" : "optin", update.path("my_chat_member"), bot)
                    .nothing(); // who blocked the bot cannot be written to: Telegram itself sees to that
        }
        var field = update.propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("update_id"))
                .findFirst();
        return new Facts("unknown").put("field", field).unknown(field.orElse(""));
    }

    private static ChannelEvent message(JsonNode message, String bot, Instant receivedAt) {
        var content = CONTENT.keySet().stream().filter(message::has).findFirst().orElse("");
        var kind = CONTENT.getOrDefault(content, "unsupported");
        var facts = facts(kind, message, bot)
                .put("text", Fields.text(message, "text").or(() -> Fields.text(message, "caption")))
                .put("lat", Fields.decimal(message, "location", "latitude"))
                .put("lon", Fields.decimal(message, "location", "longitude"))
                .put("replyTo", Fields.text(message, "reply_to_message", "message_id"));
        return heard(message, bot, facts, receivedAt)
                .map(heard -> facts.meaning(
                        switch (kind) {
                            case "text" -> heard.text(words(facts.text("text").orElse(""), message));
                            case "location" -> heard.inWords(kind, place(facts, message));
                            case "contacts" -> heard.unsupported(kind, Optional.of(contact(message.path("contact"))));
                            default ->
                                heard.unsupported(kind, facts.text("text"), TelegramMedia.of(content, kind, message));
                        }))
                .orElseGet(facts::nothing);
    }

    /** A venue comes with its bare location beside it. */
    private static String place(Facts facts, JsonNode message) {
        return InWords.place(
                Fields.text(message, "venue", "title"),
                Fields.text(message, "venue", "address"),
                facts.decimal("lat"),
                facts.decimal("lon"));
    }

    private static String contact(JsonNode contact) {
        var name = Stream.of("first_name", "last_name")
                .flatMap(part -> Fields.text(contact, part).stream())
                .collect(Collectors.joining(" "));
        return InWords.contact(
                Optional.of(name).filter(some -> !some.isEmpty()),
                Fields.text(contact, "phone_number").stream().toList());
    }

    private static ChannelEvent pressed(JsonNode query, String bot, Instant receivedAt) {
        var facts = new Facts("button_reply")
                .put("sender", Fields.text(query, "from", "id"))
                .put("account", Optional.of(bot))
                .put("id", Fields.text(query, "id"))
                .put("payload", Fields.text(query, "data"));
        return heard(query.path("message"), bot, facts, receivedAt)
                .map(heard -> facts.meaning(heard.choice(facts.text("payload"), Optional.empty())))
                .orElseGet(facts::nothing);
    }

    private static Facts facts(String kind, JsonNode message, String bot) {
        var chat = Fields.text(message, "chat", "id");
        return new Facts(kind)
                .put("sender", Fields.text(message, "from", "id"))
                .put("account", Optional.of(bot))
                .put("id", chat.flatMap(in -> Fields.text(message, "message_id").map(id -> in + "-" + id)))
                .put(
                        "ts",
                        Fields.number(message, "date").stream()
                                .map(seconds -> seconds * 1000)
                                .findFirst());
    }

    /** In groups the bot is not spoken to. */
    private static Optional<Heard> heard(JsonNode message, String bot, Facts facts, Instant receivedAt) {
        return Fields.text(message, "chat", "type").filter("private"::equals).isEmpty()
                ? Optional.empty()
                : Heard.from(
                        TelegramChannel.NAME,
                        Optional.of(bot),
                        Fields.text(message, "chat", "id"),
                        facts,
                        Fields.text(message, "from", "first_name"),
                        receivedAt);
    }

    /** A command is a word with a stroke before it; {@code /start} is how each chat begins: somebody rings. */
    private static String words(String text, JsonNode message) {
        if (!text.startsWith("/")) {
            return text;
        }
        var command = text.substring(1).replaceFirst("@\\S+", "");
        return command.equals("start") || command.startsWith("start ")
                ? greeting(Fields.text(message, "from", "language_code").orElse(""))
                : command.replace('_', ' ');
    }

    private static String greeting(String language) {
        return switch (language.split("-", 2)[0]) {
            case "es" -> "Hola";
            case "fr" -> "Bonjour";
            case "de" -> "Hallo";
            case "it" -> "Ciao";
            case "pt" -> "Olá";
            default -> "Hello";
        };
    }

    private static Map<String, String> content() {
        var content = new LinkedHashMap<String, String>();
        content.put("text", "text");
        content.put("photo", "image");
        content.put("voice", "voice");
        content.put("audio", "audio");
        content.put("video", "video");
        content.put("video_note", "video");
        content.put("document", "document");
        content.put("sticker", "sticker");
        content.put("location", "location");
        content.put("contact", "contacts");
        return content;
    }
}
