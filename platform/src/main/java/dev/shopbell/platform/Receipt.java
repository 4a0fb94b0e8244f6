package dev.shopbell.platform;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.DeliveryStatus;
import dev.shopbell.conversation.ReplyId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a reply's way.
 *
 * @param code the platform's error code; empty if there is none
 * @param sentAt when it was sent, if the provider took it
 */
public record Receipt(ReplyId reply, DeliveryStatus status, String code, Optional<Instant> sentAt) {

    /** One of a reply's items; empty if it says nothing that is settled. */
    static Optional<Receipt> read(ConversationId conversation, Row row) {
        var parts = row.text("sk").split("#", -1);
        var id = new ReplyId(conversation, Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
        var code = row.text("err").equals("-") ? "" : row.text("err");
        return Stream.of(DeliveryStatus.values())
                .filter(status -> status.name().equals(row.text("st"))) // others are on their way
                .map(status -> new Receipt(id, status, code, sentAt(status, row)))
                .findFirst();
    }

    private static Optional<Instant> sentAt(DeliveryStatus status, Row row) {
        return status == DeliveryStatus.ACCEPTED
                ? Optional.of(Instant.ofEpochMilli(row.number("at") - row.number("ms")))
                : Optional.empty();
    }

    boolean mayHaveComeFurther() {
        return sentAt.isPresent() && DeliveryStatus.READ.supersedes(status);
    }

    /** What it is by the watermarks of its conversation. */
    Receipt at(Watermarks.Marks marks) {
        return sentAt.flatMap(marks::of)
                .filter(further -> further.supersedes(status))
                .map(further -> new Receipt(reply, further, code, sentAt))
                .orElse(this);
    }

    static Receipt furtherOf(Receipt one, Receipt other) {
        var further = other.status.supersedes(one.status) ? other : one;
        return new Receipt(further.reply, further.status, further.code, one.sentAt.or(() -> other.sentAt));
    }
}
