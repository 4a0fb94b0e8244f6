package dev.shopbell.channels.road;

import java.time.Duration;

/**
 * How a limit is divided among execution environments that know nothing of one another, so that in no second they send more than it
 * together.
 *
 * <p>Half of it is split into shares: each environment may send so many in any second without asking. The rest lies in a bucket that
 * they share: whoever needs more than its share leases from it, some at a time, and uses a lease at once or not at all. Small limits
 * leave no whole message to a share; then everything is leased.
 *
 * <p>The bucket holds a {@link #burst} and is filled by one each {@link #interval}. What is leased in a second and
 * {@link #LEASE_HELD} before it may all be sent in that second, so the bucket is filled more slowly than the rest of the limit by just
 * that much.
 *
 * @param share what one environment may send in any second without asking; 0 for nothing
 * @param burst how many the shared bucket holds when it is full, at least 1
 * @param interval the time in which it gains one
 */
public record LimitSplit(int share, int burst, Duration interval) {

    /** So long a lease may be used. */
    public static final Duration LEASE_HELD = Duration.ofMillis(500);

    private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

    /**
     * @param perSecond the limit
     * @param environments how many environments there are at most
     */
    public static LimitSplit of(int perSecond, int environments) {
        var share = perSecond / 2 / environments;
        var pool = perSecond - share * environments;
        var burst = Math.max(1, pool / 4);
        // In any window w a bucket lets burst - 1 + ceil(w / interval) through; that is the pool for w = a second and a
        // lease.
        var interval = (SECOND_NANOS + LEASE_HELD.toNanos()) / (pool - burst + 1);
        return new LimitSplit(share, burst, Duration.ofNanos(interval + 1));
    }
}
