package dev.shopbell.handover;

import java.time.Clock;
import java.time.Duration;

/**
 * Gives conversations back to the bot whose ticket both sides have left: while a person has a conversation the bot is
 * silent, and a forgotten ticket would keep it so for ever.
 */
public final class ReturnStaleTickets {

    private static final int MOST = 1_000;

    private final Tickets tickets;
    private final Desk desk;
    private final Duration staleAfter;
    private final Clock clock;

    public ReturnStaleTickets(Tickets tickets, Desk desk, Duration staleAfter, Clock clock) {
        this.tickets = tickets;
        this.desk = desk;
        this.staleAfter = staleAfter;
        this.clock = clock;
    }

    /** A ticket in which the customer waits is never stale: that is for a person to end. */
    public void run() {
        var before = clock.instant().minus(staleAfter);
        tickets.list(Ticket.Status.OPEN, MOST).stream()
                .filter(t -> !t.waiting() && t.updatedAt().isBefore(before))
                .forEach(t -> desk.handBack(t, "nobody"));
    }
}
