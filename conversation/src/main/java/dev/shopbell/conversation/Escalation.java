package dev.shopbell.conversation;

import java.util.List;
import java.util.Map;

/**
 * Why a person is called in, with what that person needs to know. The transcript is the conversation's own turns.
 *
 * @param ticket the ticket's id, chosen when the turn was decided, so that opening it twice opens one
 * @param reason {@code asked}, {@code not_understood}, {@code anger}, or a flow's own word
 * @param priority 1 (at once) to 4 (when there is time)
 * @param intent the last intent understood; empty if none
 * @param customer the shop's own id of the customer, proved by a login or by a code from one; empty if nothing is proved
 * @param slots what is known so far
 * @param tried what the bot did before it gave up: intents and outcomes, oldest first
 */
public record Escalation(
        String ticket,
        String reason,
        int priority,
        String intent,
        String language,
        String customerName,
        String customer,
        Map<String, String> slots,
        List<String> tried) {

    public Escalation {
        slots = Map.copyOf(slots);
        tried = List.copyOf(tried);
    }
}
