package dev.shopbell.local.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.wire.Json;
import java.util.Set;

/**
 * Asks DynamoDB for the capacity that each call consumed and adds it up. Source: DynamoDB API reference,
 * "ReturnConsumedCapacity"; developer guide, "Conditional writes" (a refused write is billed as if it had been done).
 */
final class DynamoDialect implements MeteringProxy.Dialect {
    private static final Set<String> WRITES =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");
    private static final Set<String> READS = Set.of("GetItem", "Query", "Scan", "BatchGetItem", "TransactGetItems");
    private static final byte[] ASK = "{\"ReturnConsumedCapacity\":\"TOTAL\",".getBytes(UTF_8);

    private final Meters meters;
    private final Runnable onWrite;

    /** Counts into meters, and tells when something was written (streams need not be asked before). */
    DynamoDialect(Meters meters, Runnable onWrite) {
        this.meters = meters;
        this.onWrite = onWrite;
    }

    @Override
    public byte[] outgoing(String operation, byte[] request) {
        if ((!WRITES.contains(operation) && !READS.contains(operation))
                || request.length < 3
                || request[0] != '{'
                || new String(request, UTF_8).contains("\"ReturnConsumedCapacity\"")) {
            return request;
        }
        byte[] asking = new byte[ASK.length + request.length - 1];
        System.arraycopy(ASK, 0, asking, 0, ASK.length);
        System.arraycopy(request, 1, asking, ASK.length, request.length - 1);
        return asking;
    }

    @Override
    public void answered(String operation, byte[] request, int status, byte[] response) {
        boolean writes = WRITES.contains(operation);
        if (!writes && !READS.contains(operation)) {
            return;
        }
        String unit = writes ? "writeUnits" : "readUnits";
        JsonNode asked = Json.parse(request);
        JsonNode answer = Json.parse(response);
        String table = asked.path("TableName").asText();
        if (!table.isEmpty()) {
            meters.add(1, "dynamodb", operation, "tables", table, "requests");
        }
        JsonNode consumed = answer.path("ConsumedCapacity");
        if (consumed.isObject()) {
            boolean free = consumed.path("CapacityUnits").asDouble() == 0 && !writes;
            add(operation, unit, free ? leastRead(asked, table) : consumed);
        } else {
            consumed.forEach(each -> add(operation, unit, each));
        }
        if (status == 200 && writes) {
            onWrite.run();
        } else if (answer.path("__type").asText().endsWith("ConditionalCheckFailedException")) {
            meters.add(1, "dynamodb", operation, "conditionsFailed");
            meters.add(1, "dynamodb", operation, unit);
            meters.add(1, "dynamodb", operation, "tables", table, unit); // its size is not told: one unit at the least
        }
    }

    /** Reading nothing is billed as reading 4 KB, which DynamoDB Local leaves out. */
    private static JsonNode leastRead(JsonNode asked, String table) {
        double units = asked.path("ConsistentRead").asBoolean() ? 1 : 0.5;
        return Json.object().put("TableName", table).put("CapacityUnits", units);
    }

    private void add(String operation, String unit, JsonNode consumed) {
        double units = consumed.path("CapacityUnits").asDouble();
        meters.add(units, "dynamodb", operation, unit);
        meters.add(
                units,
                "dynamodb",
                operation,
                "tables",
                consumed.path("TableName").asText(),
                unit);
    }
}
