package dev.shopbell.local.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.JsonProtocol;
import java.io.IOException;
import java.util.List;

/** What the tables hold just now, as DynamoDB bills it. */
public final class StoredBytes {

    /** Source: DynamoDB developer guide, "DynamoDB item sizes and formats": for storage, 100 bytes an item are added. */
    private static final int OVERHEAD = 100;

    private final List<String> tables;
    private final JsonProtocol dynamo;

    /** Of these tables, by their names. */
    public StoredBytes(List<String> tables, JsonProtocol dynamo) {
        this.tables = List.copyOf(tables);
        this.dynamo = dynamo;
    }

    /** {@code {"table": {"items": …, "bytes": …}}}. */
    public ObjectNode read() throws IOException, InterruptedException {
        var stored = Json.object();
        for (var table : tables) {
            var described = dynamo.call("DescribeTable", Json.object().put("TableName", table))
                    .path("Table");
            var items = described.path("ItemCount").asLong();
            stored.putObject(table)
                    .put("items", items)
                    .put("bytes", described.path("TableSizeBytes").asLong() + OVERHEAD * items);
        }
        return stored;
    }
}
