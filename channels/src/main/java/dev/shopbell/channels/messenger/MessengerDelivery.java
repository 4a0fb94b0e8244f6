package dev.shopbell.channels.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.ChannelEvent;
import dev.shopbell.channels.Facts;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.Heard;
import dev.shopbell.channels.Reading;
import dev.shopbell.conversation.DeliveryStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a delivery: entries, in each the events of our thread, then those of threads another app has (standby).
 *
 * <p>Source: developers.facebook.com/docs/messenger-platform/reference/webhook-events.
 */
final class MessengerDelivery {

    private final boolean isPage;
    private final Instant receivedAt;
    private final List<ChannelEvent> events = new ArrayList<>();

    private MessengerDelivery(boolean isPage, Instant receivedAt) {
        this.isPage = isPage;
        this.receivedAt = receivedAt;
    }

    static Reading read(byte[] body, Instant receivedAt) {
        var root = Fields.object(body);
        if (root.isEmpty()) {
            return new Reading.Malformed("The body is not a JSON object in UTF-8.");
        }
        // Instagram delivers to the same address in the same shape; it would need a token and a channel of its own.
        var isPage = !Fields.text(root.get(), "object").equals(Optional.of("instagram"));
        var delivery = new MessengerDelivery(isPage, receivedAt);
        Fields.list(root.get(), "entry").forEach(delivery::readEntry);
        return new Reading.Events(delivery.events);
    }

    private void readEntry(JsonNode entry) {
        var entryId = Fields.text(entry, "id");
        Fields.list(entry, "messaging").forEach(event -> events.add(readEvent(event, entryId, false)));
        Fields.list(entry, "standby").forEach(event -> events.add(readEvent(event, entryId, true)));
        Fields.list(entry, "changes")
                .forEach(change -> events.add(new Facts("unknown")
                        .put("account", entryId)
                        .put("field", Fields.text(change, "field"))
                        .unknown(change.path("field").asText())));
    }

    private ChannelEvent readEvent(JsonNode event, Optional<String> entryId, boolean standby) {
        if (Fields.isTrue(event, "message", "is_echo")) {
            return MessengerMessageEvent.echo(event, entryId, standby, receivedAt);
        }
        var facts = event.path("message").isObject()
                ? MessengerMessageEvent.facts(event)
                : MessengerHousekeeping.facts(event);
        facts.flag("standby", standby);
        if ("unknown".equals(facts.kind())) {
            return facts.unknown(MessengerHousekeeping.key(event));
        }
        if (standby || !isPage) {
            return facts.nothing();
        }
        return Heard.from(
                        MessengerChannel.NAME,
                        facts.text("account"),
                        facts.text("sender"),
                        facts,
                        Optional.empty(),
                        receivedAt)
                .map(heard -> facts.meaning(meaning(facts, heard, event)))
                .orElseGet(facts::nothing);
    }

    private static ChannelEvent.Meaning meaning(Facts facts, Heard heard, JsonNode event) {
        var files = MessengerMedia.of(event);
        return switch (facts.kind()) {
            case "text" -> heard.text(facts.text("text").orElse(""), files);
            case "quick_reply" -> heard.choice(facts.text("payload"), facts.text("text"));
            case "postback" -> heard.choice(facts.text("payload"), facts.text("title"));
            case "status.delivered" -> heard.reached(DeliveryStatus.DELIVERED, facts.number("watermark"));
            case "status.read" -> heard.reached(DeliveryStatus.READ, facts.number("watermark"));
            case "location" -> heard.inWords("location", MessengerMessageEvent.place(facts, event.path("message")));
            case "image",
                    "audio",
                    "video",
                    "document",
                    "sticker",
                    "fallback",
                    "template",
                    "attachments",
                    "unsupported",
                    "unsupported_attachment" -> heard.unsupported(facts.kind(), facts.text("text"), files);
            default -> ChannelEvent.Meaning.NOTHING;
        };
    }
}
