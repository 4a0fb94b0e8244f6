package dev.shopbell.analytics;

import dev.shopbell.platform.RetryableFailure;
import dev.shopbell.platform.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The counters table. A window of the stream is added by a transaction that also puts a marker named after the window: if
 * the marker is there, the window was counted.
 */
final class Counters {

    /** DynamoDB allows 100 actions in a transaction; one is the marker. Source: developer guide, "TransactWriteItems". */
    private static final int UPDATES = 99;

    private static final Duration MARKER_KEPT = Duration.ofDays(2);
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
     * @param window names it: shard and start, the same at every redelivery
     * @throws RetryableFailure if the table does not answer; adding again is safe
     */
    void add(String window, Tally tally, Instant now) {
        var updates = new ArrayList<TransactWriteItem>();
        tally.sums().forEach((key, counters) -> updates.add(update(key, counters, now)));
        for (int from = 0, part = 0; from < updates.size(); from += UPDATES, part++) {
            var actions = new ArrayList<TransactWriteItem>();
            actions.add(marker(window + "#" + part, now));
            actions.addAll(updates.subList(from, Math.min(updates.size(), from + UPDATES)));
            write(actions);
        }
    }

    private void write(List<TransactWriteItem> actions) {
        try {
            dynamo.transactWriteItems(r -> r.transactItems(actions));
        } catch (TransactionCanceledException e) {
            var marker = e.cancellationReasons().getFirst().code();
            if (!"ConditionalCheckFailed".equals(marker)) {
                throw new RetryableFailure("The counters are busy", Duration.ZERO, e);
            }
            // The marker is there: this window was counted before.
        } catch (SdkException e) {
            throw new RetryableFailure("The counters cannot be written", Duration.ZERO, e);
        }
    }

    /** Walks the way of {@link #add} without adding: the condition cannot hold. */
    void rehearse(Tally tally, Instant now) {
        var never = TransactWriteItem.builder()
                .put(p -> p.tableName(table)
                        .item(Map.of("pk", AttributeValue.fromS("window"), "sk", AttributeValue.fromS("rehearsal")))
                        .conditionExpression("attribute_exists(pk) AND attribute_not_exists(pk)"))
                .build();
        var actions = new ArrayList<TransactWriteItem>(List.of(never));
        tally.sums().forEach((key, counters) -> actions.add(update(key, counters, now)));
        write(actions);
    }

    private TransactWriteItem marker(String window, Instant now) {
        var item = Map.of(
                "pk", AttributeValue.fromS("window"),
                "sk", AttributeValue.fromS(window),
                "ttl", seconds(now.plus(MARKER_KEPT)));
        return TransactWriteItem.builder()
                .put(p -> p.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    private TransactWriteItem update(String key, SortedMap<String, Long> counters, Instant now) {
        var bar = key.indexOf('|');
        var names = new HashMap<String, String>(Map.of("#ttl", "ttl"));
        var values = new HashMap<String, AttributeValue>(Map.of(":ttl", seconds(now.plus(COUNTS_KEPT))));
        var add = new StringJoiner(", ");
        counters.forEach((counter, more) -> {
            names.put("#" + counter, counter);
            values.put(":" + counter, AttributeValue.fromN(Long.toString(more)));
            add.add("#" + counter + " :" + counter);
        });
        return TransactWriteItem.builder()
                .update(u -> u.tableName(table)
                        .key(Map.of(
                                "pk", AttributeValue.fromS(key.substring(0, bar)),
                                "sk", AttributeValue.fromS(key.substring(bar + 1))))
                        .updateExpression("SET #ttl = :ttl ADD " + add)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values))
                .build();
    }

    /**
     * The counters of an hour: "channel|intent|outcome" to its item.
     *
     * @throws RetryableFailure if the table does not answer
     */
    Map<String, Row> ofHour(Instant hour) {
        try {
            var rows = new HashMap<String, Row>();
            dynamo.queryPaginator(r -> r.tableName(table)
                            .keyConditionExpression("pk = :hour")
                            .expressionAttributeValues(Map.of(":hour", AttributeValue.fromS(hour.toString()))))
                    .items()
                    .forEach(item -> rows.put(new Row(item).text("sk"), new Row(item)));
            return rows;
        } catch (SdkException e) {
            throw new RetryableFailure("The counters cannot be read", Duration.ZERO, e);
        }
    }

    private static AttributeValue seconds(Instant at) {
        return AttributeValue.fromN(Long.toString(at.getEpochSecond()));
    }
}
