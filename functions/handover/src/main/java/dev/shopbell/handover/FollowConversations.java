package dev.shopbell.handover;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.Turn;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.StreamImage;
import dev.shopbell.platform.TurnTable;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Follows the turns that concern tickets, in the order they were taken. The escalation is part of the turn that was saved,
 * so there is no moment in which a customer was promised a person and no ticket is on its way.
 */
public final class FollowConversations {

    private static final Logger LOG = Logger.getLogger(FollowConversations.class.getName());

    private final Tickets tickets;

    public FollowConversations(Tickets tickets) {
        this.tickets = tickets;
    }

    /**
     * Works through a stream's batch; stops at the first failure, since what follows may build on it.
     *
     * @return {@code {"batchItemFailures":[{"itemIdentifier": sequence number}]}}
     */
    public JsonNode run(JsonNode event) {
        var answer = Json.object();
        var failures = answer.putArray("batchItemFailures");
        for (var streamRecord : event.path("Records")) {
            try {
                TurnTable.fromStream(StreamImage.of(streamRecord)).ifPresent(this::follow);
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "A turn could not be brought to its ticket; it is tried again", e);
                failures.addObject()
                        .put(
                                "itemIdentifier",
                                streamRecord
                                        .path("dynamodb")
                                        .path("SequenceNumber")
                                        .asText());
                break;
            }
        }
        return answer;
    }

    private void follow(Turn turn) {
        var escalation = turn.escalation();
        if (escalation != null) {
            tickets.open(turn, escalation);
            return;
        }
        switch (turn.outcome()) {
            case TO_AGENT, OPTED_OUT, OPTED_IN, REFUSED, RESENT -> noteIfAny(turn, isCustomers(turn));
            case HELD -> noteIfAny(turn, true); // without a ticket it is the bot's own words that wait
            case AGENT_SPOKE -> tickets.note(turn, false, turn.agent(), 0);
            case HANDED_BACK -> tickets.note(turn, false, turn.agent(), 0);
            case RATED -> tickets.note(turn, false, "", turn.rating());
            case ANSWERED, ASKED, COMPLETED, NOT_UNDERSTOOD, ESCALATED, IGNORED -> {
                // The bot's own turns belong to no ticket.
            }
        }
    }

    private static boolean isCustomers(Turn turn) {
        return turn.speaker() == Turn.Speaker.CUSTOMER;
    }

    private void noteIfAny(Turn turn, boolean waiting) {
        if (!turn.ticket().isEmpty()) {
            tickets.note(turn, waiting, turn.agent(), 0);
        }
    }
}
