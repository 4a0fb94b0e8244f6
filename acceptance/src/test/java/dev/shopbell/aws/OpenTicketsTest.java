package dev.shopbell.aws;

import static dev.shopbell.aws.Samples.NOON;
import static dev.shopbell.aws.Samples.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.Escalation;
import dev.shopbell.conversation.Turn;
import dev.shopbell.handover.Ticket;
import dev.shopbell.handover.Tickets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** {@link Tickets} over a table that is one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenTicketsTest {

    private final Cloud cloud = new Cloud();
    private final Tickets tickets = new Tickets(cloud.wholeDynamo(), cloud.ticketsTable());

    @AfterEach
    void clean() {
        cloud.close();
    }

    @Test
    void are_opened_once_however_often_the_stream_tells_of_them() {
        open(turn(1, "T-1", 2));
        tickets.note(turn(2, "T-1", 2), false, "eva@example.com", 0);
        open(turn(1, "T-1", 2));

        assertThat(tickets.find("T-1")).hasValueSatisfying(ticket -> {
            assertThat(ticket.agent()).isEqualTo("eva@example.com");
            assertThat(ticket.lastTurn()).isEqualTo(2);
        });
    }

    @Test
    void do_not_go_back_to_an_earlier_turn() {
        open(turn(1, "T-1", 2));
        tickets.note(turn(3, "T-1", 2), false, "eva@example.com", 0);
        tickets.note(turn(2, "T-1", 2), true, "", 0);

        assertThat(tickets.find("T-1"))
                .hasValueSatisfying(ticket -> assertThat(ticket.waiting()).isFalse());
    }

    @Test
    void are_listed_by_urgency_and_then_by_waiting_time() {
        open(turn(1, "T-later", 3));
        open(turn(2, "T-urgent", 1));
        open(turn(3, "T-latest", 3));

        assertThat(tickets.list(Ticket.Status.OPEN, 10))
                .extracting(Ticket::id)
                .containsExactly("T-urgent", "T-later", "T-latest");
        assertThat(tickets.list(Ticket.Status.OPEN, 1)).hasSize(1);
    }

    @Test
    void are_resolved_once() {
        open(turn(1, "T-1", 2));

        assertThat(tickets.resolve("T-1", "eva@example.com", NOON)).isTrue();
        assertThat(tickets.resolve("T-1", "tom@example.com", NOON)).isFalse();
        assertThat(tickets.resolve("T-unknown", "eva@example.com", NOON)).isFalse();
        assertThat(tickets.list(Ticket.Status.OPEN, 10)).isEmpty();
        assertThat(tickets.list(Ticket.Status.RESOLVED, 10))
                .extracting(Ticket::agent)
                .containsExactly("eva@example.com");
    }

    private void open(Turn turn) {
        Escalation escalation = Objects.requireNonNull(turn.escalation());
        tickets.open(turn, escalation);
    }
}
