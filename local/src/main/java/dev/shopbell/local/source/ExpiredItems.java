package dev.shopbell.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.template.Stack;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.JsonProtocol;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Deletes what has outlived its time, and makes the stream say who did it. DynamoDB Local's own sweep is late and leaves
 * {@code userIdentity} out. Source: DynamoDB developer guide, "DynamoDB Streams and Time to Live".
 */
public final class ExpiredItems {
    private static final int REMEMBERED = 10_000;

    private final JsonProtocol tables;
    private final Set<String> deleted = Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    /** Deletes from these tables. */
    public ExpiredItems(JsonProtocol tables) {
        this.tables = tables;
    }

    /** Deletes the items of a table that have expired by now, and returns how many. */
    public int sweep(Stack.Table table, Instant now) throws IOException, InterruptedException {
        if (table.ttlAttribute().isEmpty()) {
            return 0;
        }
        int count = 0;
        JsonNode from = Json.object();
        do {
            ObjectNode scan = scan(table, now);
            if (!from.isEmpty()) {
                scan.set("ExclusiveStartKey", from);
            }
            JsonNode page = tables.call("Scan", scan);
            for (JsonNode item : page.path("Items")) {
                count += delete(table, now, item) ? 1 : 0;
            }
            from = page.path("LastEvaluatedKey");
        } while (!from.isEmpty());
        return count;
    }

    private static ObjectNode scan(Stack.Table table, Instant now) {
        ObjectNode scan = condition(table, now).put("TableName", table.name()).put("FilterExpression", "#ttl < :now");
        StringBuilder projection = new StringBuilder();
        for (JsonNode key : table.definition().path("KeySchema")) {
            projection
                    .append(projection.isEmpty() ? "#k" : ", #k")
                    .append(key.path("KeyType").asText());
            scan.withObjectProperty("ExpressionAttributeNames")
                    .put(
                            "#k" + key.path("KeyType").asText(),
                            key.path("AttributeName").asText());
        }
        return scan.put("ProjectionExpression", projection.toString());
    }

    private static ObjectNode condition(Stack.Table table, Instant now) {
        ObjectNode condition = Json.object();
        condition
                .putObject("ExpressionAttributeNames")
                .put("#ttl", table.ttlAttribute().orElseThrow());
        condition
                .putObject("ExpressionAttributeValues")
                .putObject(":now")
                .put("N", Long.toString(now.getEpochSecond()));
        return condition;
    }

    private boolean delete(Stack.Table table, Instant now, JsonNode key) throws IOException, InterruptedException {
        String name = name(table.name(), key);
        deleted.add(name);
        ObjectNode request =
                condition(table, now).put("TableName", table.name()).put("ConditionExpression", "#ttl < :now");
        request.set("Key", key);
        try {
            tables.call("DeleteItem", request);
            return true;
        } catch (JsonProtocol.ServiceFailure refused) {
            deleted.remove(name);
            if (refused.code().equals("ConditionalCheckFailedException")) {
                return false; // somebody gave it more time
            }
            throw refused;
        }
    }

    /** Gives a stream record of such a deletion the identity that AWS gives it. */
    void mark(String table, ObjectNode record) {
        if (record.path("eventName").asText().equals("REMOVE")
                && deleted.remove(name(table, record.path("dynamodb").path("Keys")))) {
            record.putObject("userIdentity").put("type", "Service").put("principalId", "dynamodb.amazonaws.com");
        }
    }

    private static String name(String table, JsonNode key) {
        var sorted = new java.util.TreeMap<String, String>();
        key.properties()
                .forEach(each -> sorted.put(each.getKey(), each.getValue().toString()));
        return table + sorted;
    }
}
