package dev.shopbell.analytics;

import java.util.Map;
import java.util.TreeMap;

/**
 * Durations counted in buckets that grow by a quarter each, so that two histograms add up exactly and a percentile is
 * right to within 12 %. Bucket {@code b} holds durations up to {@code 1.25^b} milliseconds.
 *
 * @param counts bucket to count
 */
public record Histogram(TreeMap<Integer, Long> counts) {

    private static final double GROWTH = Math.log(1.25);

    /** The bucket of a duration; negative durations (clocks differ) count as none. */
    static int bucket(long millis) {
        return millis <= 1 ? 0 : (int) Math.ceil(Math.log((double) millis) / GROWTH);
    }

    static Histogram of(Map<Integer, Long> counts) {
        return new Histogram(new TreeMap<>(counts));
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The duration that this share of all stayed within.
     *
     * @param share 0..1
     * @return milliseconds; 0 if nothing was counted
     */
    long percentile(double share) {
        var wanted = Math.max(1, (long) Math.ceil((double) total() * share));
        long seen = 0;
        for (var entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen >= wanted) {
                return Math.round(Math.exp(entry.getKey() * GROWTH));
            }
        }
        return 0;
    }
}
