package dev.shopbell.channels.road;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lets so much through in any second, and no more. For one thread at a time. */
public final class SlidingSecond {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private record Taken(Instant at, int amount) {}

    private final int most;
    private final Deque<Taken> lately = new ArrayDeque<>();
    private int sum;
    private int busiest;

    /** @param most how much in any second; 0 lets nothing through */
    public SlidingSecond(int most) {
        this.most = most;
    }

    /** Takes it if it is still to be had in this second; otherwise nothing is taken. */
    public boolean take(int amount, Instant now) {
        while (!lately.isEmpty() && !now.isBefore(lately.getFirst().at.plus(SECOND))) {
            sum -= lately.removeFirst().amount;
        }
        if (sum + amount > most) {
            return false;
        }
        lately.addLast(new Taken(now, amount));
        sum += amount;
        busiest = Math.max(busiest, sum);
        return true;
    }

    /** The most that went through in one second so far. */
    public int busiest() {
        return busiest;
    }
}
