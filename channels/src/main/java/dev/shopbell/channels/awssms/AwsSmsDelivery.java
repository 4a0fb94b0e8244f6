package dev.shopbell.channels.awssms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.ChannelEvent;
import dev.shopbell.channels.Facts;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.Heard;
import dev.shopbell.channels.Reading;
import dev.shopbell.channels.Words;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads what came over the topic: something a person wrote, or an event about a message of ours, plain or wrapped once more by
 * EventBridge. Recordings may also be in the form in which Lambda gets a topic's messages, or bare.
 *
 * <p>Source: docs.aws.amazon.com/sms-voice/latest/userguide, "Example of a two-way SMS message payload for Amazon SNS topics",
 * "Monitoring with EventBridge".
 */
final class AwsSmsDelivery {

    private AwsSmsDelivery() {}

    static Reading read(byte[] bytes, Instant receivedAt) {
        return Fields.object(bytes)
                .<Reading>map(body -> new Reading.Events(events(body, receivedAt)))
                .orElseGet(() -> new Reading.Malformed("The body is not a JSON object."));
    }

    /** An envelope is nothing but an envelope: what else stands in it is not signed, and not read. */
    private static List<ChannelEvent> events(JsonNode body, Instant receivedAt) {
        var type = SnsMessage.Type.of(body);
        if (type.isPresent()) {
            return type.get() == SnsMessage.Type.NOTIFICATION ? message(body, published(body), receivedAt) : List.of();
        }
        if (body.path("Records").isArray()) {
            return Fields.list(body, "Records").stream()
                    .flatMap(record -> record(record, receivedAt).stream())
                    .toList();
        }
        return content(body, OptionalLong.empty(), receivedAt);
    }

    /** As Lambda gets a topic's message: from SNS itself, or in a queue's message, in SNS' envelope or bare. */
    private static List<ChannelEvent> record(JsonNode record, Instant receivedAt) {
        if (record.path("Sns").isObject()) {
            return message(record.path("Sns"), OptionalLong.empty(), receivedAt);
        }
        return Fields.object(record.path("body").asText("")).stream()
                .flatMap(body -> SnsMessage.Type.of(body).isPresent()
                        ? message(body, published(body), receivedAt).stream()
                        : content(body, OptionalLong.empty(), receivedAt).stream())
                .toList();
    }

    private static OptionalLong published(JsonNode envelope) {
        return SnsMessage.instant(envelope.path("Timestamp").asText("")).stream()
                .mapToLong(Instant::toEpochMilli)
                .findFirst();
    }

    /** Whatever is no JSON was published by hand, and says nothing to us. */
    private static List<ChannelEvent> message(JsonNode envelope, OptionalLong published, Instant receivedAt) {
        var message = envelope.path("Message");
        return (message.isTextual() ? Fields.object(message.textValue()) : Optional.<JsonNode>empty())
                .stream()
                        .flatMap(content -> content(content, published, receivedAt).stream())
                        .toList();
    }

    private static List<ChannelEvent> content(JsonNode content, OptionalLong published, Instant receivedAt) {
        var detail = content.path("detail");
        if (detail.isObject() && content.has("detail-type")) {
            return content(detail, published, receivedAt);
        }
        if (content.path("eventType").isTextual()) {
            return List.of(AwsSmsEvent.read(content, receivedAt));
        }
        if (content.has("originationNumber") || content.has("inboundMessageId")) {
            return List.of(incoming(content, published, receivedAt));
        }
        return content.properties().stream()
                .limit(1)
                .map(field -> new Facts("unknown")
                        .put("field", Optional.of(Words.clean(field.getKey())))
                        .unknown(field.getKey()))
                .toList();
    }

    /** An opt-out comes this far only where opt-outs are self-managed: otherwise AWS keeps and answers it. */
    private static ChannelEvent incoming(JsonNode content, OptionalLong published, Instant receivedAt) {
        var body = content.path("messageBody");
        var text = Words.clean(body.isTextual() ? body.textValue() : "");
        var facts = facts("text", content, published, text);
        var meaning = Heard.from(
                        AwsSmsChannel.NAME,
                        Fields.text(content, "destinationNumber"),
                        Fields.text(content, "originationNumber"),
                        facts,
                        Optional.empty(),
                        receivedAt)
                .map(heard -> heard.text(text))
                .orElse(ChannelEvent.Meaning.NOTHING);
        return (isOptOut(meaning) ? facts("opt_out", content, published, text) : facts).meaning(meaning);
    }

    private static Facts facts(String kind, JsonNode content, OptionalLong published, String text) {
        return new Facts(kind)
                .put("sender", Fields.text(content, "originationNumber"))
                .put("account", Fields.text(content, "destinationNumber"))
                .put("id", Fields.text(content, "inboundMessageId"))
                .put("ts", published)
                .put("text", Optional.of(text))
                .put("keyword", Fields.text(content, "messageKeyword"));
    }

    private static boolean isOptOut(ChannelEvent.Meaning meaning) {
        return meaning instanceof ChannelEvent.Meaning.Said(var mail)
                && mail.message() instanceof InboundMessage.Consent consent
                && consent.wish() == Wish.STOP;
    }
}
