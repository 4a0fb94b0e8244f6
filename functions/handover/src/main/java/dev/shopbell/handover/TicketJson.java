package dev.shopbell.handover;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.MediaLink;
import dev.shopbell.channels.SmsCost;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Outcome;
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
        var transcript = node.putArray("transcript");
        turns.forEach(turn -> {
            addHeard(turn, links, transcript);
            addReplies(turn, receipts, transcript);
        });
        return node;
    }

    private static void addHeard(Turn turn, Function<MediaLink.Which, Optional<String>> links, ArrayNode transcript) {
        if (turn.heard().isEmpty() && turn.attachments().isEmpty()) {
            return;
        }
        var said = transcript
                .addObject()
                .put("from", "customer")
                .put("text", turn.heard())
                .put("at", turn.receivedAt().toString());
        for (var index = 0; index < turn.attachments().size(); index++) {
            var attachment = turn.attachments().get(index);
            var file = said.withArray("attachments").addObject().put("kind", attachment.kind());
            if (!attachment.name().isEmpty()) {
                file.put("name", attachment.name());
            }
            if (!attachment.type().isEmpty()) {
                file.put("type", attachment.type());
            }
            links.apply(new MediaLink.Which(turn.conversation(), turn.number(), index))
                    .ifPresent(href -> file.put("href", href));
        }
    }

    /** What carriers bill, where it is an SMS. */
    static void addCost(ObjectNode to, ConversationId conversation, Reply reply) {
        SmsCost.of(conversation, reply)
                .ifPresent(cost -> to.put("segments", cost.segments()).put("encoding", cost.encoding()));
    }

    private static void addReplies(Turn turn, Map<ReplyId, Receipt> receipts, ArrayNode transcript) {
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
            addCost(said, turn.conversation(), reply);
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
