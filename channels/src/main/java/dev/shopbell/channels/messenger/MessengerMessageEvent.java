package dev.shopbell.channels.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.ChannelEvent;
import dev.shopbell.channels.Facts;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.InWords;
import dev.shopbell.conversation.DeliveryReport;
import dev.shopbell.conversation.DeliveryStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the event {@code message}: what a person wrote or sent, or the echo of what the page said.
 *
 * <p>Source: developers.facebook.com/docs/messenger-platform/reference/webhook-events/messages and .../message-echoes.
 */
final class MessengerMessageEvent {

    private MessengerMessageEvent() {}

    static Facts facts(JsonNode event) {
        var message = event.path("message");
        var mid = Fields.text(message, "mid");
        if (Fields.isTrue(message, "is_deleted")) {
            return MessengerHousekeeping.base("delete", event)
                    .put("id", mid)
                    .time(event)
                    .put("target", mid);
        }
        return MessengerHousekeeping.base(kind(message), event)
                .put("id", mid)
                .time(event)
                .put("text", words(message))
                .put("payload", Fields.text(message, "quick_reply", "payload"))
                .put("attachments", attachments(message))
                .put("stickerId", stickerId(message))
                .put("lat", lone(message, "lat"))
                .put("lon", lone(message, "long"))
                .put(
                        "replyTo",
                        Fields.text(message, "reply_to", "mid")
                                .or(() -> Fields.text(message, "reply_to", "story", "id")))
                .put("userRef", Fields.text(event, "prior_message", "identifier"))
                .put("ref", Fields.text(message, "referral", "ref"))
                .put("refSource", Fields.text(message, "referral", "source"))
                .put("adId", Fields.text(message, "referral", "ad_id"));
    }

    /** An echo settles the fate of the reply whose id it carries. Older samples write the person as its sender. */
    static ChannelEvent echo(JsonNode event, Optional<String> entryId, boolean standby, Instant receivedAt) {
        var message = event.path("message");
        var sender = Fields.text(event, "sender", "id");
        var recipient = Fields.text(event, "recipient", "id");
        var turned = entryId.isPresent() && entryId.equals(recipient) && !entryId.equals(sender);
        var facts = new Facts("echo")
                .put("account", turned ? recipient : sender)
                .put("id", Fields.text(message, "mid"))
                .time(event)
                .flag("standby", standby)
                .put("text", words(message))
                .put("attachments", attachments(message))
                .put("peer", turned ? sender : recipient)
                .put("echoAppId", Fields.text(message, "app_id"));
        return facts.replyId(MessengerChannel.NAME, Fields.text(message, "metadata"))
                .map(reply -> facts.meaning(new ChannelEvent.Meaning.Reported(
                        new DeliveryReport(reply, DeliveryStatus.SENT, facts.at(receivedAt), ""))))
                .orElseGet(facts::nothing);
    }

    private static String kind(JsonNode message) {
        if (message.path("quick_reply").isObject()) {
            return "quick_reply";
        }
        if (Fields.isTrue(message, "is_unsupported")) {
            return "unsupported";
        }
        if (words(message).isPresent()) {
            return "text";
        }
        var kinds = Fields.list(message, "attachments").stream()
                .map(MessengerMessageEvent::kindOfAttachment)
                .toList();
        return switch (kinds.size()) {
            case 0 -> "unknown";
            case 1 -> kinds.getFirst();
            // In 2026 one sticker came under its old and its new name at once.
            case 2 -> kinds.stream().allMatch("sticker"::equals) ? "sticker" : "attachments";
            default -> "attachments";
        };
    }

    private static String kindOfAttachment(JsonNode attachment) {
        return switch (Fields.text(attachment, "type").orElse("")) {
            case "image" -> attachment.path("payload").has("sticker_id") ? "sticker" : "image";
            case "sticker" -> "sticker";
            case "audio" -> "audio";
            case "video" -> "video";
            case "file" -> "document";
            case "location" -> "location";
            case "fallback" -> "fallback";
            case "template" -> "template";
            case "unsupported_type" -> "unsupported";
            default -> "unsupported_attachment";
        };
    }

    /** The words as they stand; blanks alone are words as well, if the platform sends them. */
    private static Optional<String> words(JsonNode message) {
        return Fields.words(message, "text");
    }

    private static Optional<String> stickerId(JsonNode message) {
        return Fields.text(message, "sticker_id")
                .or(() -> Fields.text(Fields.first(message, "attachments"), "payload", "sticker_id"));
    }

    private static List<Map<String, Object>> attachments(JsonNode message) {
        return Fields.list(message, "attachments").stream()
                .map(MessengerMessageEvent::attachment)
                .toList();
    }

    private static Map<String, Object> attachment(JsonNode attachment) {
        var payload = attachment.path("payload");
        var facts = new LinkedHashMap<String, Object>();
        Fields.text(attachment, "type").ifPresent(type -> facts.put("type", type));
        Fields.text(payload, "url").or(() -> Fields.text(attachment, "url")).ifPresent(url -> facts.put("url", url));
        Fields.text(attachment, "title")
                .or(() -> Fields.text(payload, "title"))
                .ifPresent(title -> facts.put("title", title));
        Fields.decimal(payload, "coordinates", "lat").ifPresent(lat -> facts.put("lat", lat));
        Fields.decimal(payload, "coordinates", "long").ifPresent(lon -> facts.put("lon", lon));
        return facts;
    }

    /** Where the one attachment is; its title is the place's name, or says whose place it is. */
    static String place(Facts facts, JsonNode message) {
        var title = Fields.text(Fields.first(message, "attachments"), "title");
        return InWords.place(title, Optional.empty(), facts.decimal("lat"), facts.decimal("lon"));
    }

    private static Optional<Double> lone(JsonNode message, String coordinate) {
        var attachments = Fields.list(message, "attachments");
        return attachments.size() == 1
                ? Fields.decimal(attachments.get(0), "payload", "coordinates", coordinate)
                : Optional.empty();
    }
}
