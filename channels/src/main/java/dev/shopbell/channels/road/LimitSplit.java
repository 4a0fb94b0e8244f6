package dev.shopbell.channels.road;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * How a limit is divided among execution environments that know nothing of one another, so that in no second they send more than it
 * together.
 *
 * <p>Half of it is split into shares: each environment may send so many in any second without asking. The rest lies in a bucket that
 * they share: whoever needs more than its share leases a speed from it, so many more in any second for a while. Small limits leave no
 * whole message to a share; then everything is leased.
 *
 * <p>The bucket holds a {@link #burst} and is filled by one each {@link #interval}. In any second those leases let something through that
 * were made in it or at most {@link #held} before it, each as much as its speed. So the bucket is filled so slowly that all speeds
 * leased in a time of that length are no more than the rest of the limit.
 *
 * @param share what one environment may send in any second without asking; 0 for nothing
 * @param burst the speed that the shared bucket holds when it is full, messages a second, at least 1
 * @param interval the time in which it gains one more
 * @param held how long a lease may be used: long where there is enough for several, so that a write lasts; short where the next
 *     environment waits for the one message that there is
 */
public record LimitSplit(int share, int burst, Duration interval, Duration held) {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /**
     * @param perSecond the limit
     * @param environments how many environments there are at most
     */
    public static LimitSplit of(int perSecond, int environments) {
        var share = perSecond / 2 / environments;
        var pool = perSecond - share * environments;
        var burst = Math.max(1, pool * 2 / 5);
        // With this much whoever must wait gets a message a second at about a second's notice, whatever the limit is.
        var held = SECOND.dividedBy(2).multipliedBy(pool);
        held = held.compareTo(LONGEST) > 0 ? LONGEST : held;
        // In any window w a bucket lets burst - 1 + ceil(w / interval) through; that is the pool for w = a second and a
        // lease.
        var nanos = SECOND.plus(held).toNanos() / (pool - burst + 1);
        // Whole microseconds, in which the bucket counts.
        return new LimitSplit(share, burst, Duration.of(nanos / 1000 + 1, ChronoUnit.MICROS), held);
    }

    /** The time in which one message more may be sent, where one environment alone leases all that there is. */
    public Duration gap() {
        return held.compareTo(SECOND) > 0
                ? interval.multipliedBy(SECOND.toMillis()).dividedBy(held.toMillis())
                : interval;
    }
}
