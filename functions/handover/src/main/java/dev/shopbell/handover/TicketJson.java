package dev.shopbell.handover;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.conversation.Turn;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.Receipts;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tickets as the desk's API shows them. */
final class TicketJson {

    private TicketJson() {}

    static ObjectNode summary(Ticket ticket) {
        return Json.object()
                .put("id", ticket.id())
                .put("status", ticket.status().name().toLowerCase(Locale.ROOT))
                .put("conversationId", ticket.conversation().toString())
                .put("channel", ticket.conversation().channel().value())
                .put("reason", ticket.reason())
                .put("priority", ticket.priority())
                .put("intent", ticket.intent())
                .put("language", ticket.language())
                .put("customerName", ticket.customerName())
                .put("agent", ticket.agent())
                .put("waiting", ticket.waiting())
                .put("rating", ticket.rating())
                .put("openedAt", ticket.openedAt().toString())
                .put("updatedAt", ticket.updatedAt().toString());
    }

    static ObjectNode whole(Ticket ticket, List<Turn> turns, Map<ReplyId, Receipts.Receipt> receipts) {
        var node = summary(ticket);
        var slots = node.putObject("slots");
        ticket.slots().forEach(slots::put);
        ticket.tried().forEach(node.putArray("tried")::add);
        var transcript = node.putArray("transcript");
        turns.forEach(turn -> add(turn, receipts, transcript));
        return node;
    }

    private static void add(Turn turn, Map<ReplyId, Receipts.Receipt> receipts, ArrayNode transcript) {
        if (!turn.heard().isEmpty()) {
            transcript
                    .addObject()
                    .put("from", "customer")
                    .put("text", turn.heard())
                    .put("at", turn.receivedAt().toString());
        }
        for (var index = 0; index < turn.replies().size(); index++) {
            var reply = turn.replies().get(index);
            var said = transcript
                    .addObject()
                    .put("from", turn.speaker() == Turn.Speaker.AGENT ? "agent" : "bot")
                    .put("text", reply.text())
                    .put("at", turn.decidedAt().toString());
            if (turn.outcome() == Outcome.HELD) {
                said.put("waitsFor", "the customer's next message: the platform lets nothing through before");
            }
            var receipt = receipts.get(turn.replyId(index));
            if (receipt != null) {
                said.put("status", receipt.status().name().toLowerCase(Locale.ROOT));
                if (!receipt.code().isEmpty()) {
                    said.put("error", receipt.code());
                }
            }
            if (!turn.agent().isEmpty()) {
                said.put("agent", turn.agent());
            }
            if (!reply.choices().isEmpty()) {
                var choices = said.putArray("choices");
                reply.choices().forEach(c -> choices.add(c.title()));
            }
        }
    }
}
