package dev.shopbell.handover;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.road.Address;
import dev.shopbell.channels.web.Visitor;
import dev.shopbell.conversation.Turn;
import dev.shopbell.platform.Consents;
import dev.shopbell.platform.Customer;
import dev.shopbell.platform.Customers;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.TurnTable;
import java.util.Optional;

/**
 * Tells the agent whom a ticket's customer was proved to be, and where else that person writes from. Read only when a ticket of a
 * known customer is opened.
 */
public final class AboutCustomer {

    private final Customers customers;
    private final Consents consents;
    private final TurnTable turns;

    public AboutCustomer(Customers customers, Consents consents, TurnTable turns) {
        this.customers = customers;
        this.consents = consents;
        this.turns = turns;
    }

    /**
     * {@code {"id","proof":"login"|"code","name","language","conversations":[{"conversationId","channel","since","lastTurnAt",
     * "wantsNoMessages","ticket"}]}}, the ticket's own conversation left out; empty if nobody was proved.
     *
     * @throws dev.shopbell.platform.RetryableFailure if the table does not answer
     */
    Optional<ObjectNode> of(Ticket ticket) {
        if (ticket.customer().isEmpty()) {
            return Optional.empty();
        }
        var isLoggedIn = Visitor.customerOf(ticket.conversation())
                .filter(ticket.customer()::equals)
                .isPresent();
        var known = customers.find(ticket.customer()).orElse(Customer.unknown(ticket.customer()));
        var node = Json.object()
                .put("id", ticket.customer())
                .put("proof", isLoggedIn ? "login" : "code")
                .put("name", known.name())
                .put("language", known.language());
        var others = node.putArray("conversations");
        known.conversations().stream()
                .filter(one -> !one.conversation().equals(ticket.conversation()))
                .forEach(one -> add(one, others));
        return Optional.of(node);
    }

    private void add(Customer.Linked one, ArrayNode list) {
        var conversation = one.conversation();
        var node = list.addObject()
                .put("conversationId", conversation.toString())
                .put("channel", conversation.channel().value())
                .put("since", one.since().toString())
                .put(
                        "wantsNoMessages",
                        consents.isOptedOut(Address.of(conversation).spellings(), false));
        turns.last(conversation, 1).stream().findFirst().ifPresent(newest -> describe(newest, node));
    }

    private static void describe(Turn newest, ObjectNode node) {
        node.put("lastTurnAt", newest.decidedAt().toString());
        if (!newest.ticket().isEmpty()) {
            node.put("ticket", newest.ticket());
        }
    }
}
