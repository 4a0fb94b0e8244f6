package dev.shopbell.handover;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.MediaLink;
import dev.shopbell.channels.SmsCost;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.conversation.Turn;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.Receipt;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
                .put("verified", !ticket.customer().isEmpty())
                .put("agent", ticket.agent())
                .put("waiting", ticket.waiting())
                .put("rating", ticket.rating())
                .put("openedAt", ticket.openedAt().toString())
                .put("updatedAt", ticket.updatedAt().toString());
    }

    /** @param links where a customer's file can be opened; empty if it cannot */
    static ObjectNode whole(
            Ticket ticket,
            List<Turn> turns,
            Map<ReplyId, Receipt> receipts,
            Function<MediaLink.Which, Optional<String>> links) {
        var node = summary(ticket);
        var slots = node.putObject("slots");
        ticket.slots().forEach(slots::put);
        ticket.tried().forEach(node.putArray("tried")::add);
        new Transcript(turns, receipts, links).writeTo(node.putArray("transcript"));
        return node;
    }

    /** What carriers bill, where it is an SMS. */
    static void addCost(ObjectNode to, ConversationId conversation, Reply reply) {
        SmsCost.of(conversation, reply)
                .ifPresent(cost -> to.put("segments", cost.segments()).put("encoding", cost.encoding()));
    }
}
