package dev.shopbell.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Token buckets by name, in this environment's memory only. Half a minute's worth may come at once.
 *
 * <p>decisions/0007 says how far that goes. An environment handles one request at a time, so nothing here is shared by
 * threads.
 */
final class RateLimit {

    private static final int MOST_BUCKETS = 10_000;

    private final int perMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_BUCKETS;
        }
    };

    private record Bucket(double tokens, Instant at) {}

    /** @param perMinute 0 for no limit */
    RateLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    /**
     * Takes from a bucket.
     *
     * @param weight how much it takes
     * @return how long to wait if there is not enough, of which nothing is taken then
     */
    Optional<Duration> take(String name, int weight, Instant now) {
        if (perMinute <= 0) {
            return Optional.empty();
        }
        var most = Math.max(perMinute / 2.0, weight);
        var bucket = buckets.getOrDefault(name, new Bucket(most, now));
        var passed = Math.max(0, Duration.between(bucket.at(), now).toMillis());
        var tokens = Math.min(most, bucket.tokens() + passed * perMinute / 60_000.0);
        if (tokens >= weight) {
            buckets.put(name, new Bucket(tokens - weight, now));
            return Optional.empty();
        }
        buckets.put(name, new Bucket(tokens, now));
        return Optional.of(Duration.ofSeconds((long) Math.ceil((weight - tokens) * 60 / perMinute)));
    }
}
