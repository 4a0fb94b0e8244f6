package dev.shopbell.channels.sms;

import dev.shopbell.channels.ChannelEvent;
import dev.shopbell.channels.Facts;
import dev.shopbell.conversation.DeliveryReport;
import dev.shopbell.conversation.DeliveryStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what Twilio says became of a message of ours.
 *
 * <p>Source: twilio.com/docs/messaging/guides/track-outbound-message-status.
 */
final class TwilioStatus {

    private static final Map<String, DeliveryStatus> STATUSES = Map.ofEntries(
            Map.entry("accepted", DeliveryStatus.ACCEPTED),
            Map.entry("scheduled", DeliveryStatus.ACCEPTED),
            Map.entry("queued", DeliveryStatus.ACCEPTED),
            Map.entry("sending", DeliveryStatus.ACCEPTED),
            Map.entry("sent", DeliveryStatus.SENT),
            Map.entry("delivered", DeliveryStatus.DELIVERED),
            Map.entry("read", DeliveryStatus.READ),
            Map.entry("undelivered", DeliveryStatus.FAILED),
            Map.entry("failed", DeliveryStatus.FAILED),
            Map.entry("canceled", DeliveryStatus.FAILED));

    private TwilioStatus() {}

    static ChannelEvent read(Form form, String word, Optional<String> reply, Instant receivedAt) {
        var status = Optional.ofNullable(STATUSES.get(word));
        var kind = status.map(known -> switch (known) {
                    case ACCEPTED -> "pending";
                    case SENT, DELIVERED, READ, FAILED -> known.name().toLowerCase(Locale.ROOT);
                })
                .orElse("unknown");
        var facts = new Facts("status." + kind)
                .put("account", form.field("From"))
                .put("peer", form.field("To"))
                .put("id", form.sid())
                .put("errorCode", form.number("ErrorCode"));
        var code = form.field("ErrorCode").orElse("");
        return facts.replyId(SmsChannel.NAME, reply)
                .flatMap(id -> status.map(
                        known -> new DeliveryReport(id, known, receivedAt, code).with(TwilioErrors.remedy(code))))
                .map(report -> facts.meaning(new ChannelEvent.Meaning.Reported(report)))
                .orElseGet(facts::nothing);
    }
}
