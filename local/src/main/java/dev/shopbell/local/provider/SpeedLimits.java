package dev.shopbell.local.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The platforms' limits on speed, where somebody asks for them: off until then, since developing is no campaign.
 *
 * <p>Sources: developers.facebook.com/docs/whatsapp/throughput (so many messages a second for a number, then 130429) and
 * developers.facebook.com/docs/whatsapp/cloud-api/overview "Pair rate limits" (one message in six seconds to a person, up to 45 borrowed,
 * then 131056). The others refuse by number alone.
 */
final class SpeedLimits {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PAIR = Duration.ofSeconds(6);

    private final Map<String, Integer> perSecond = new HashMap<>();
    private final Map<String, Integer> pairBurst = new HashMap<>();
    private final Map<String, Deque<Instant>> lately = new HashMap<>();
    private final Map<String, Instant> borrowedUntil = new HashMap<>();

    /** @param most messages a second for each number of the channel, from now on */
    synchronized void limitNumbers(String channel, int most) {
        perSecond.put(channel, most);
    }

    /** @param burst how many messages to one person may be borrowed from the times to come */
    synchronized void limitPairs(String channel, int burst) {
        pairBurst.put(channel, burst);
    }

    synchronized void clear() {
        perSecond.clear();
        pairBurst.clear();
        lately.clear();
        borrowedUntil.clear();
    }

    /** The platform's refusal of a message that comes too fast; empty if it may pass, and then it counts. */
    synchronized Optional<Answer> refusal(Platform platform, Sent message) {
        var number = message.channel() + " " + message.account();
        var times = lately.computeIfAbsent(number, key -> new ArrayDeque<>());
        var now = message.at();
        while (!times.isEmpty() && !now.isBefore(times.getFirst().plus(SECOND))) {
            times.removeFirst();
        }
        var most = perSecond.get(message.channel());
        if (most != null && times.size() >= most) {
            return Optional.of(platform.failure(429));
        }
        var burst = pairBurst.get(message.channel());
        if (burst != null) {
            var pair = number + " " + message.to();
            var from = borrowedUntil.getOrDefault(pair, now);
            from = from.isBefore(now) ? now : from;
            if (from.isAfter(now.plus(PAIR.multipliedBy(burst - 1L)))) {
                return Optional.of(platform.pairExceeded());
            }
            borrowedUntil.put(pair, from.plus(PAIR));
        }
        times.addLast(now);
        return Optional.empty();
    }
}
