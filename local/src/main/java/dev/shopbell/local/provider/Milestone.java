package dev.shopbell.local.provider;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far a message has come, as the platform tells our webhook.
 *
 * @param status {@code sent}, {@code delivered}, {@code read} or {@code failed}
 * @param at when it is told; may be yet to come
 */
record Milestone(String status, Instant at) {
    /** WhatsApp's field, Twilio's, AWS' in what SNS carries as text, and Messenger's events, of which each is a field by itself. */
    private static final Pattern STATUS = Pattern.compile(
            "\"status\":\"(?<whatsapp>sent|delivered|read|failed)\"|MessageStatus=(?<twilio>sent|delivered|read|undelivered)"
                    + "|\\\\\"messageStatus\\\\\":\\\\\"(?<aws>[A-Z_]+)\\\\\""
                    + "|\"(?<messenger>delivery|read)\":\\{");

    /** What a call to our webhook says; empty if it is about something else. */
    static Optional<Milestone> of(Callback callback, Instant takenAt) {
        var found = STATUS.matcher(callback.body());
        if (!found.find()) {
            return Optional.empty();
        }
        var status = Optional.ofNullable(found.group("whatsapp"))
                .or(() -> Optional.ofNullable(found.group("twilio"))
                        .map(twilio -> twilio.equals("undelivered") ? "failed" : twilio))
                .or(() -> Optional.ofNullable(found.group("aws")).map(Milestone::ofAws))
                .orElseGet(() -> found.group("messenger").equals("read") ? "read" : "delivered");
        return Optional.of(new Milestone(status, takenAt.plus(callback.after())));
    }

    private static String ofAws(String status) {
        return switch (status) {
            case "SUCCESSFUL" -> "sent";
            case "DELIVERED" -> "delivered";
            default -> "failed";
        };
    }
}
