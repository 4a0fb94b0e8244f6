package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * What AWS End User Messaging SMS publishes to a topic. Source: docs.aws.amazon.com/sms-voice/latest/userguide, "Example of a
 * two-way SMS message payload for Amazon SNS topics" and "Example event data".
 */
public final class AwsSmsDelivery {
    private AwsSmsDelivery() {}

    /** A person sent an SMS to our number. */
    public static JsonNode text(String number, String person, String text) {
        return Json.object()
                .put("originationNumber", person)
                .put("destinationNumber", number)
                .put("messageKeyword", "KEYWORD_000000000000")
                .put("messageBody", text)
                .put("inboundMessageId", UUID.randomUUID().toString())
                .put("previousPublishedMessageId", "");
    }

    /** A message of ours has come as far as {@code status}: {@code SUCCESSFUL}, {@code DELIVERED}, … */
    static JsonNode event(Sent sent, String status, boolean isFinal, Instant at) {
        var event = Json.object()
                .put("eventType", "TEXT_" + status)
                .put("eventVersion", "1.0")
                .put("eventTimestamp", at.toEpochMilli())
                .put("isFinal", isFinal)
                .put("originationPhoneNumber", sent.account())
                .put("destinationPhoneNumber", sent.to())
                .put("isoCountryCode", "US")
                .put("messageId", sent.id())
                .put("messageRequestTimestamp", sent.at().toEpochMilli())
                .put("messageEncoding", "GSM")
                .put("messageType", "TRANSACTIONAL")
                .put("messageStatus", status)
                .put("totalMessageParts", 1)
                .put("totalMessagePrice", 0)
                .put("totalCarrierFee", 0);
        event.set("context", sent.request().path("Context"));
        return event;
    }
}
