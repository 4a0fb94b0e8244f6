package dev.shopbell.channels.awssms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.ChannelEvent;
import dev.shopbell.channels.Facts;
import dev.shopbell.channels.Fields;
import dev.shopbell.conversation.DeliveryReport;
import dev.shopbell.conversation.DeliveryStatus;
import dev.shopbell.conversation.Remedy;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what became of a message of ours.
 *
 * <p>Source: docs.aws.amazon.com/sms-voice/latest/userguide, "Event types for SMS, MMS, and voice" ("Depending on the destination
 * country the TEXT_DELIVERED and TEXT_SUCCESSFUL events may be used interchangeably": so the last word of success is delivery,
 * an earlier one is not) and "Example event data".
 */
final class AwsSmsEvent {

    /** Under which name a message carries its reply's id, which comes back with every event. */
    static final String REPLY = "reply";

    private static final Set<String> FAILURES = Set.of(
            "INVALID",
            "INVALID_MESSAGE",
            "UNREACHABLE",
            "CARRIER_UNREACHABLE",
            "BLOCKED",
            "CARRIER_BLOCKED",
            "SPAM",
            "UNKNOWN",
            "TTL_EXPIRED",
            "PROTECT_BLOCKED",
            "FILE_INACCESSIBLE",
            "FILE_TYPE_UNSUPPORTED",
            "FILE_SIZE_EXCEEDED");

    /** "A transient error occurred on the carrier's network" and "the recipient's device is not available": both may pass. */
    private static final Set<String> PASSING = Set.of("CARRIER_UNREACHABLE", "UNREACHABLE");

    private AwsSmsEvent() {}

    static ChannelEvent read(JsonNode event, Instant receivedAt) {
        var type = Fields.text(event, "eventType").orElse("");
        var isFinal = event.path("isFinal");
        var status = status(type, isFinal.asBoolean(true));
        var failure = FAILURES.contains(afterKind(type))
                ? Fields.text(event, "messageStatus").or(() -> Optional.of(afterKind(type)))
                : Optional.<String>empty();
        var facts = new Facts("status." + status.map(AwsSmsEvent::word).orElse("unknown"))
                .put("account", Fields.text(event, "originationPhoneNumber"))
                .put("peer", Fields.text(event, "destinationPhoneNumber"))
                .put("id", Fields.text(event, "messageId"))
                .time(event, "eventTimestamp")
                .put("final", isFinal.isBoolean() ? Optional.of(isFinal.booleanValue()) : Optional.empty())
                .put("reason", failure);
        return facts.replyId(AwsSmsChannel.NAME, Fields.text(event, "context", REPLY))
                .flatMap(id -> status.map(known -> new DeliveryReport(
                                id,
                                known,
                                facts.at(receivedAt),
                                known == DeliveryStatus.FAILED ? failure.orElse(type) : "")
                        .with(PASSING.contains(afterKind(type)) ? Remedy.SEND_AGAIN : Remedy.NONE)))
                .map(report -> facts.meaning(new ChannelEvent.Meaning.Reported(report)))
                .orElseGet(facts::nothing);
    }

    /** A failure that is not final is one that the carrier is still working on. */
    private static Optional<DeliveryStatus> status(String type, boolean isFinal) {
        var word = afterKind(type);
        if (FAILURES.contains(word)) {
            return Optional.of(isFinal ? DeliveryStatus.FAILED : DeliveryStatus.ACCEPTED);
        }
        return switch (word) {
            case "PENDING", "QUEUED" -> Optional.of(DeliveryStatus.ACCEPTED);
            case "SENT" -> Optional.of(DeliveryStatus.SENT);
            case "SUCCESSFUL" -> Optional.of(isFinal ? DeliveryStatus.DELIVERED : DeliveryStatus.SENT);
            case "DELIVERED" -> Optional.of(DeliveryStatus.DELIVERED);
            case "READ" -> Optional.of(DeliveryStatus.READ);
            default -> Optional.empty();
        };
    }

    /** {@code TEXT_SPAM} and {@code MEDIA_SPAM} are the same to us; what has another beginning is not about a message. */
    private static String afterKind(String type) {
        return type.matches("(TEXT|MEDIA|RCS)_[A-Z_]{1,40}") ? type.substring(type.indexOf('_') + 1) : "";
    }

    private static String word(DeliveryStatus status) {
        return status == DeliveryStatus.ACCEPTED ? "pending" : status.name().toLowerCase(Locale.ROOT);
    }
}
