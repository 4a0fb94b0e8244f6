package dev.shopbell.handover;

import dev.shopbell.conversation.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A conversation that waits for a person, or had one.
 *
 * @param id for example {@code T-7KQ2M9XA}
 * @param reason {@code asked}, {@code not_understood}, {@code anger}
 * @param priority 1 (at once) to 4
 * @param language the customer's
 * @param customerName empty if unknown
 * @param customer the shop's own id of the customer, proved by a login or by a code from one; empty if nothing is proved
 * @param slots what the bot learned
 * @param tried what the bot did before, oldest first
 * @param agent who answered last or resolved it; empty if nobody yet
 * @param waiting whether the customer spoke last
 * @param rating 1..5; 0 if not rated
 * @param lastTurn the last turn that is in here
 */
public record Ticket(
        String id,
        ConversationId conversation,
        Status status,
        String reason,
        int priority,
        String intent,
        String language,
        String customerName,
        String customer,
        Map<String, String> slots,
        List<String> tried,
        String agent,
        boolean waiting,
        int rating,
        Instant openedAt,
        Instant updatedAt,
        long lastTurn) {

    /** Whose turn it is. */
    public enum Status {
        OPEN,
        RESOLVED
    }
}
