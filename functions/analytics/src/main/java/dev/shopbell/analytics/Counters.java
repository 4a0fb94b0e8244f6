package dev.shopbell.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shopbell.platform.RetryableFailure;
import dev.shopbell.platform.Row;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The counters table: one item for each hour and channel. A window of the stream is added to an item by one conditional
 * write that also notes the window's name in it: if the name is there, the window was counted. So a redelivery counts once,
 * item by item, without a transaction, which would cost twice as much and a marker more.
 */
final class Counters {

    /** The names of the windows that were added: sixty an hour, and a few more where the stream has several shards. */
    private static final String WINDOWS = "windows";

    /** 60 bits of a window's name tell the windows of one hour apart, and keep the item small. */
    private static final int NAME_LENGTH = 10;

    /** An expression may be 4 KB long; a counter takes a dozen characters of it. */
    private static final int MOST_IN_ONE_WRITE = 200;

    private static final Duration COUNTS_KEPT = Duration.ofDays(400);

    private final DynamoDbClient dynamo;
    private final String table;

    Counters(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * Adds a window's sums, once.
     *
     * @param window names it: the same at every redelivery
     * @throws RetryableFailure if the table does not answer; adding again is safe
     */
    void add(String window, Tally tally, Instant now) {
        itemsOf(tally).forEach((key, counters) -> {
            var part = 0;
            for (var few : inExpressions(counters)) {
                // Each of an item's writes has a name of its own, the same at every redelivery: the sums are sorted.
                var name = name(part == 0 ? window : window + "#" + part);
                add(key, few, name, now, "NOT contains(#windows, :window)");
                part++;
            }
        });
    }

    private static List<SortedMap<String, Long>> inExpressions(SortedMap<String, Long> counters) {
        var all = new ArrayList<SortedMap<String, Long>>();
        for (var counter : counters.entrySet()) {
            if (all.isEmpty() || all.getLast().size() == MOST_IN_ONE_WRITE) {
                all.add(new TreeMap<>());
            }
            all.getLast().put(counter.getKey(), counter.getValue());
        }
        return all;
    }

    /** Walks the way of {@link #add} without adding: the condition cannot hold. */
    void rehearse(Tally tally, Instant now) {
        itemsOf(tally)
                .forEach((key, counters) -> add(
                        key, counters, "rehearsal", now, "contains(#windows, :window) AND attribute_not_exists(pk)"));
    }

    private record ItemKey(String hour, String channel) {}

    /** "hour|channel|intent|outcome" to its counters becomes an item to "intent|outcome|counter". */
    private static Map<ItemKey, SortedMap<String, Long>> itemsOf(Tally tally) {
        var items = new HashMap<ItemKey, SortedMap<String, Long>>();
        tally.sums().forEach((key, counters) -> {
            var parts = key.split("\\|", 3);
            var item = items.computeIfAbsent(new ItemKey(parts[0], parts[1]), k -> new TreeMap<>());
            counters.forEach((counter, more) -> item.put(parts[2] + "|" + counter, more));
        });
        return items;
    }

    private void add(ItemKey key, SortedMap<String, Long> counters, String window, Instant now, String condition) {
        var names = new HashMap<String, String>(Map.of("#ttl", "ttl", "#windows", WINDOWS));
        var values = new HashMap<String, AttributeValue>();
        values.put(
                ":ttl", AttributeValue.fromN(Long.toString(now.plus(COUNTS_KEPT).getEpochSecond())));
        values.put(":window", AttributeValue.fromS(window));
        values.put(":windows", AttributeValue.fromSs(List.of(window)));
        var add = new StringJoiner(", ").add("#windows :windows");
        counters.forEach((counter, more) -> {
            var number = names.size();
            names.put("#c" + number, counter);
            values.put(":c" + number, AttributeValue.fromN(Long.toString(more)));
            add.add("#c" + number + " :c" + number);
        });
        try {
            dynamo.updateItem(r -> r.tableName(table)
                    .key(Map.of("pk", AttributeValue.fromS(key.hour()), "sk", AttributeValue.fromS(key.channel())))
                    .updateExpression("SET #ttl = :ttl ADD " + add)
                    .conditionExpression(condition)
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values));
        } catch (ConditionalCheckFailedException countedBefore) {
            // This window is in this item already.
        } catch (SdkException e) {
            throw new RetryableFailure("The counters cannot be written", Duration.ZERO, e);
        }
    }

    private static String name(String window) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(window.getBytes(UTF_8));
            return Base64.getUrlEncoder().encodeToString(sha).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    /**
     * The counters of an hour: "channel|intent|outcome" to "turns" and the histogram's buckets.
     *
     * @throws RetryableFailure if the table does not answer
     */
    SortedMap<String, SortedMap<String, Long>> ofHour(Instant hour) {
        try {
            var rows = new TreeMap<String, SortedMap<String, Long>>();
            dynamo.queryPaginator(r -> r.tableName(table)
                            .keyConditionExpression("pk = :hour")
                            .expressionAttributeValues(Map.of(":hour", AttributeValue.fromS(hour.toString()))))
                    .items()
                    .forEach(item -> read(new Row(item), rows));
            return rows;
        } catch (SdkException e) {
            throw new RetryableFailure("The counters cannot be read", Duration.ZERO, e);
        }
    }

    private static void read(Row item, SortedMap<String, SortedMap<String, Long>> rows) {
        for (var name : item.item().keySet()) {
            var bar = name.lastIndexOf('|');
            if (bar > 0) {
                rows.computeIfAbsent(item.text("sk") + "|" + name.substring(0, bar), k -> new TreeMap<>())
                        .put(name.substring(bar + 1), item.number(name));
            }
        }
    }
}
