package dev.shopbell.local.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;

/** Everything that AWS would bill or a person would ask after, counted since the start or the last reset. */
public final class Meters {
    private final Map<List<String>, DoubleAdder> counters = new ConcurrentHashMap<>();
    private volatile Instant since = Instant.now();

    /** Adds to a counter, which is named by its path ({@code "dynamodb", "PutItem", "requests"}). */
    public void add(double amount, String... path) {
        counters.computeIfAbsent(List.of(path), key -> new DoubleAdder()).add(amount);
    }

    /** Begins again at zero. */
    public void reset() {
        counters.clear();
        since = Instant.now();
    }

    /** All counters as one tree, with {@code since} in ISO 8601. */
    public ObjectNode snapshot() {
        ObjectNode root = Json.object();
        root.put("since", since.toString());
        var sorted = new TreeMap<String, List<String>>();
        counters.keySet().forEach(path -> sorted.put(String.join("\u0000", path), path));
        for (List<String> path : sorted.values()) {
            ObjectNode node = root;
            for (String step : path.subList(0, path.size() - 1)) {
                node = node.withObjectProperty(step);
            }
            DoubleAdder counter = counters.get(path);
            double value = counter == null ? 0 : counter.sum();
            if (value == Math.rint(value)) {
                node.put(path.getLast(), (long) value);
            } else {
                node.put(path.getLast(), value);
            }
        }
        return root;
    }
}
