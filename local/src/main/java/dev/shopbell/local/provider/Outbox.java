package dev.shopbell.local.provider;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the platforms took, newest 1,000: enough to look at, and no more than memory bears. */
final class Outbox {
    static final int CAPACITY = 1_000;

    private final Deque<Sent> kept = new ArrayDeque<>();
    private final Map<Long, List<Milestone>> milestones = new HashMap<>();
    private long last;

    /** Keeps a message and gives it its number. */
    Sent add(Sent message) {
        return add(message, List.of());
    }

    /** Keeps a message, of which the platform will have this to tell, and gives it its number. */
    synchronized Sent add(Sent message, List<Milestone> told) {
        var numbered = message.numbered(++last);
        kept.addLast(numbered);
        milestones.put(last, List.copyOf(told));
        if (kept.size() > CAPACITY) {
            milestones.remove(kept.removeFirst().sequence());
        }
        notifyAll();
        return numbered;
    }

    /**
     * Oldest first.
     *
     * @param channel only this one; empty for all
     * @param to only this customer; empty for all
     * @param after only those with a greater number; 0 for all
     */
    synchronized List<Sent> list(String channel, String to, long after) {
        return kept.stream()
                .filter(sent -> channel.isEmpty() || sent.channel().equals(channel))
                .filter(sent -> to.isEmpty() || sent.to().equals(to))
                .filter(sent -> sent.sequence() > after)
                .toList();
    }

    /** The same, but if there is nothing yet, waits for something to come for at most {@code patience}. */
    synchronized List<Sent> await(String channel, String to, long after, Duration patience)
            throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        var found = list(channel, to, after);
        for (var left = patience.toMillis(); found.isEmpty() && left > 0; ) {
            wait(left);
            found = list(channel, to, after);
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
        return found;
    }

    /** How far the message of that number comes, and when; also what is yet to happen. */
    synchronized List<Milestone> milestones(long sequence) {
        return milestones.getOrDefault(sequence, List.of());
    }

    /** The number of the newest message; 0 before the first. */
    synchronized long last() {
        return last;
    }
}
