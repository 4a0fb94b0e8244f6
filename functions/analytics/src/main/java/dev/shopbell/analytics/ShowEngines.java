package dev.shopbell.analytics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the counters of some hours tell about a second engine, added up by engine and part. */
final class ShowEngines {

    private static final int MOST_PAIRS = 20;

    private final SortedMap<String, Sums> all = new TreeMap<>();

    private static final class Sums {
        private final SortedMap<String, Long> counters = new TreeMap<>();
        private final Map<Integer, Long> buckets = new HashMap<>();
        private final SortedMap<String, Long> pairs = new TreeMap<>();
    }

    static boolean isAbout(String key) {
        return key.startsWith(EngineSums.CHANNEL + "|");
    }

    /** Adds a row of the counters, {@code ~second|ENGINE PART|own>other}. */
    void add(String key, Map<String, Long> counters) {
        var parts = key.split("\\|", 3);
        var sums = all.computeIfAbsent(parts[1], k -> new Sums());
        counters.forEach((counter, count) -> {
            if (counter.equals(EngineSums.PAIR)) {
                sums.pairs.merge(parts[2], count, Long::sum);
            } else if (counter.matches("b[0-9]+")) {
                sums.buckets.merge(Integer.parseInt(counter.substring(1)), count, Long::sum);
            } else {
                sums.counters.merge(counter, count, Long::sum);
            }
        });
    }

    void write(ArrayNode rows) {
        all.forEach((key, sums) -> {
            var engine = key.substring(0, key.lastIndexOf(' '));
            var row = rows.addObject()
                    .put("engine", engine)
                    .put("part", key.substring(engine.length() + 1).toLowerCase(Locale.ROOT));
            for (var counter : List.of(EngineSums.ASKED, EngineSums.BAD, "same", "refused", "differ")) {
                row.put(counter, sums.counters.getOrDefault(counter, 0L));
            }
            var failed = row.putObject("failed");
            sums.counters.tailMap(EngineSums.FAILED).forEach((counter, count) -> {
                if (counter.startsWith(EngineSums.FAILED)) {
                    failed.put(counter.substring(EngineSums.FAILED.length()), count);
                }
            });
            var histogram = Histogram.of(sums.buckets);
            row.putObject("millis")
                    .put("count", histogram.total())
                    .put("p50", histogram.percentile(0.5))
                    .put("p99", histogram.percentile(0.99));
            write(sums.pairs, row.putArray("differences"));
        });
    }

    /** The most frequent ones first. An empty intent is a refusal. */
    private static void write(SortedMap<String, Long> pairs, ArrayNode differences) {
        var sorted = new ArrayList<>(pairs.entrySet());
        sorted.sort(Map.Entry.<String, Long>comparingByValue().reversed());
        sorted.stream().limit(MOST_PAIRS).forEach(pair -> {
            var sides = pair.getKey().split(">", 2);
            differences
                    .addObject()
                    .put("own", sides[0])
                    .put("other", sides.length > 1 ? sides[1] : "")
                    .put("turns", pair.getValue());
        });
    }
}
