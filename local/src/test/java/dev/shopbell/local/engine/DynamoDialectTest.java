package dev.shopbell.local.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DynamoDialectTest {
    private final Meters meters = new Meters();
    private int writes;
    private final DynamoDialect dialect = new DynamoDialect(meters, () -> writes++);

    @Test
    void asks_for_capacity_where_nobody_did() {
        assertThat(outgoing("PutItem", "{\"TableName\":\"t\"}"))
                .isEqualTo("{\"ReturnConsumedCapacity\":\"TOTAL\",\"TableName\":\"t\"}");
        assertThat(outgoing("PutItem", "{\"ReturnConsumedCapacity\":\"NONE\"}"))
                .isEqualTo("{\"ReturnConsumedCapacity\":\"NONE\"}");
        assertThat(outgoing("DescribeTable", "{\"TableName\":\"t\"}")).isEqualTo("{\"TableName\":\"t\"}");
    }

    @Test
    void adds_up_what_was_consumed() {
        answered("PutItem", 200, "{\"ConsumedCapacity\":{\"TableName\":\"t\",\"CapacityUnits\":2.0}}");
        answered("Query", 200, "{\"ConsumedCapacity\":{\"TableName\":\"t\",\"CapacityUnits\":0.5}}");
        answered("TransactWriteItems", 200, "{\"ConsumedCapacity\":[{\"TableName\":\"t\",\"CapacityUnits\":4.0}]}");
        var counted = meters.snapshot().path("dynamodb");
        assertThat(counted.path("PutItem").path("writeUnits").asDouble()).isEqualTo(2);
        assertThat(counted.path("Query")
                        .path("tables")
                        .path("t")
                        .path("readUnits")
                        .asDouble())
                .isEqualTo(0.5);
        assertThat(counted.path("TransactWriteItems").path("writeUnits").asDouble())
                .isEqualTo(4);
        assertThat(writes).isEqualTo(2);
    }

    @Test
    void bills_a_write_that_its_condition_refused() {
        answered("PutItem", 400, "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\"}");
        assertThat(meters.snapshot()
                        .path("dynamodb")
                        .path("PutItem")
                        .path("writeUnits")
                        .asInt())
                .isEqualTo(1);
        assertThat(writes).isZero();
    }

    private String outgoing(String operation, String request) {
        return new String(dialect.outgoing(operation, request.getBytes(UTF_8)), UTF_8);
    }

    private void answered(String operation, int status, String response) {
        dialect.answered(operation, "{\"TableName\":\"t\"}".getBytes(UTF_8), status, response.getBytes(UTF_8));
    }
}
