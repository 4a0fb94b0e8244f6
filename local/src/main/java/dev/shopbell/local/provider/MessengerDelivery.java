package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * The bodies that Messenger posts to a webhook. Source:
 * developers.facebook.com/docs/messenger-platform/reference/webhook-events.
 */
public final class MessengerDelivery {
    private MessengerDelivery() {}

    /** A person wrote to the page. */
    public static JsonNode text(String page, String person, String text, Instant at) {
        var event = event(person, page, at);
        event.putObject("message").put("mid", Ids.messenger()).put("text", text);
        return delivery(page, event, at);
    }

    /**
     * A person sent a file.
     *
     * @param url where the content network has it
     * @param text words beside it; empty if none
     */
    public static JsonNode file(String page, String person, SentFile file, String url, String text, Instant at) {
        var event = event(person, page, at);
        var message = event.putObject("message").put("mid", Ids.messenger());
        if (!text.isEmpty()) {
            message.put("text", text);
        }
        message.putArray("attachments")
                .addObject()
                .put("type", file.kind().equals("document") ? "file" : file.kind())
                .putObject("payload")
                .put("url", url);
        return delivery(page, event, at);
    }

    /** A person pressed a quick reply. */
    public static JsonNode quickReply(String page, String person, String title, String payload, Instant at) {
        var event = event(person, page, at);
        event.putObject("message")
                .put("mid", Ids.messenger())
                .put("text", title)
                .putObject("quick_reply")
                .put("payload", payload);
        return delivery(page, event, at);
    }

    /** A person pressed a button of a template. */
    public static JsonNode postback(String page, String person, String title, String payload, Instant at) {
        var event = event(person, page, at);
        event.putObject("postback")
                .put("mid", Ids.messenger())
                .put("title", title)
                .put("payload", payload);
        return delivery(page, event, at);
    }

    /** The page sent something ("message_echoes"). */
    static JsonNode echo(String page, String person, String id, String text, String metadata, Instant at) {
        var event = event(page, person, at);
        var message = event.putObject("message")
                .put("is_echo", true)
                .put("app_id", Addresses.APP)
                .put("mid", id)
                .put("text", text);
        if (!metadata.isEmpty()) {
            message.put("metadata", metadata);
        }
        return delivery(page, event, at);
    }

    /** What the page sent has arrived ("message_deliveries"). */
    static JsonNode delivered(String page, String person, String id, Instant at) {
        var event = event(person, page, at);
        var delivery = event.putObject("delivery");
        delivery.putArray("mids").add(id);
        delivery.put("watermark", at.toEpochMilli());
        return delivery(page, event, at);
    }

    /** The person has read everything up to then ("message_reads"). */
    static JsonNode read(String page, String person, Instant until, Instant at) {
        var event = event(person, page, at);
        event.putObject("read").put("watermark", until.toEpochMilli());
        return delivery(page, event, at);
    }

    private static ObjectNode event(String sender, String recipient, Instant at) {
        var event = Json.object();
        event.putObject("sender").put("id", sender);
        event.putObject("recipient").put("id", recipient);
        return event.put("timestamp", at.toEpochMilli());
    }

    private static JsonNode delivery(String page, ObjectNode event, Instant at) {
        var delivery = Json.object().put("object", "page");
        delivery.putArray("entry")
                .addObject()
                .put("time", at.toEpochMilli())
                .put("id", page)
                .putArray("messaging")
                .add(event);
        return delivery;
    }
}
