package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Updates as Telegram posts them. Source: core.telegram.org/bots/api, "Update". */
public final class TelegramDelivery {

    private TelegramDelivery() {}

    /** Somebody writes in a private chat. */
    public static JsonNode text(String chat, String text, Instant now) {
        var update = update();
        var message = message(update.putObject("message"), chat, now);
        from(message, chat);
        message.put("text", text);
        return update;
    }

    /** Somebody sends a file in a private chat. */
    public static JsonNode file(String chat, SentFile file, String caption, Instant now) {
        var update = update();
        var message = message(update.putObject("message"), chat, now);
        from(message, chat);
        if (file.kind().equals("image")) {
            var sizes = message.putArray("photo");
            sizes.addObject().put("file_id", "thumbnail-of-" + file.id());
            sizes.addObject().put("file_id", file.id());
        } else {
            message.putObject(file.kind())
                    .put("file_id", file.id())
                    .put("file_name", file.name())
                    .put("mime_type", file.type());
        }
        if (!caption.isEmpty()) {
            message.put("caption", caption);
        }
        return update;
    }

    /** Somebody presses a button below a message of the bot's. */
    public static JsonNode pressed(String chat, String data, Instant now) {
        var update = update();
        var query =
                update.putObject("callback_query").put("id", Ids.letters(18)).put("data", data);
        from(query, chat);
        message(query.putObject("message"), chat, now);
        return update;
    }

    private static ObjectNode update() {
        return Json.object().put("update_id", number());
    }

    private static ObjectNode message(ObjectNode message, String chat, Instant now) {
        message.put("message_id", number()).put("date", now.getEpochSecond());
        message.putObject("chat").put("id", Long.parseLong(chat)).put("type", "private");
        return message;
    }

    private static void from(ObjectNode node, String chat) {
        node.putObject("from")
                .put("id", Long.parseLong(chat))
                .put("is_bot", false)
                .put("first_name", "Ana");
    }

    private static long number() {
        return Math.floorMod(System.nanoTime(), 1_000_000_000L);
    }
}
