package dev.shopbell.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.Opinions;
import dev.shopbell.platform.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What one window of the stream adds up to. Its JSON is the state that Lambda carries from one batch of the window to the
 * next.
 */
final class Tally {

    /** The counter of turns; the others are histogram buckets, {@code b17}. */
    static final String TURNS = "turns";

    /** The counter of replies that did not arrive. */
    static final String FAILED = "failed";

    /** hour + "|" + channel + "|" + intent + "|" + outcome → counter → how many to add. */
    private final SortedMap<String, SortedMap<String, Long>> sums = new TreeMap<>();

    /** The first record's sequence number: with shard and start it names the window. */
    private String from = "";

    /** Notes where the window begins; only the first call counts. */
    void beginsAt(String sequenceNumber) {
        if (from.isEmpty()) {
            from = sequenceNumber;
        }
    }

    String from() {
        return from;
    }

    /** Adds what a stream image tells, if it tells of a turn or of a reply that was accepted. */
    void add(Map<String, AttributeValue> image) {
        var row = new Row(image);
        if (row.number("v") == 0) {
            return;
        }
        var opinion = Opinions.fromStream(image);
        if (opinion.isPresent()) {
            EngineSums.count(opinion.get(), this::count);
            return;
        }
        var channel = ConversationId.parse(row.text("pk")).channel().value();
        if (row.text("st").equals("FAILED")) {
            count(hour(row.number("at")) + "|" + channel + "||", FAILED);
            return;
        }
        if (row.text("out").equals("RESENT")) {
            return; // what is said once more is no turn of the customer's, and waited on purpose
        }
        var key = hour(row.number("rx")) + "|" + channel + "|" + row.text("int") + "|" + row.text("out");
        if (row.text("sk").startsWith("t#")) {
            count(key, TURNS);
            // The web's replies are there for the page as soon as the turn is saved: no provider accepts them later.
            if (channel.equals("web") && !row.text("rep").isEmpty()) {
                count(key, bucket(row));
            }
        } else if (row.text("st").equals("ACCEPTED")) {
            count(key, bucket(row));
        }
    }

    private static String bucket(Row row) {
        return "b" + Histogram.bucket(row.number("at") - row.number("rx"));
    }

    private void count(String key, String counter) {
        sums.computeIfAbsent(key, k -> new TreeMap<>()).merge(counter, 1L, Long::sum);
    }

    private static String hour(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).truncatedTo(ChronoUnit.HOURS).toString();
    }

    boolean isEmpty() {
        return sums.isEmpty();
    }

    SortedMap<String, SortedMap<String, Long>> sums() {
        return sums;
    }

    /** How many turns in all, and how many of an outcome, for the metrics. */
    void eachTurns(BiConsumer<String, Long> outcomeAndTurns) {
        sums.forEach((key, counters) ->
                outcomeAndTurns.accept(key.substring(key.lastIndexOf('|') + 1), counters.getOrDefault(TURNS, 0L)));
    }

    ObjectNode toState() {
        var state = Json.object().put("from", from);
        var all = state.putObject("sums");
        sums.forEach((key, counters) -> {
            var node = all.putObject(key);
            counters.forEach(node::put);
        });
        return state;
    }

    static Tally fromState(JsonNode state) {
        var tally = new Tally();
        tally.from = state.path("from").asText("");
        state.path("sums").properties().forEach(e -> {
            var counters = new TreeMap<String, Long>();
            e.getValue()
                    .properties()
                    .forEach(c -> counters.put(c.getKey(), c.getValue().asLong()));
            tally.sums.put(e.getKey(), counters);
        });
        return tally;
    }
}
