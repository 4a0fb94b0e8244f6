package dev.shopbell.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.template.Stack;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.JsonProtocol;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real engines, twice over one directory. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EnginesTest {
    private static final Stack.Queue QUEUE = new Stack.Queue(
            "Inbound",
            "inbound.fifo",
            Map.of("FifoQueue", "true", "VisibilityTimeout", "30", "FifoThroughputLimit", "x"));
    private static final Stack.Table TABLE = new Stack.Table("Table", "table", Json.parse("""
            {"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"BillingMode":"PAY_PER_REQUEST"}"""), Optional.of("ttl"));

    private final Path data;

    EnginesTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void keep_tables_and_messages_across_a_restart_and_meter_what_passes() throws Exception {
        var meters = new Meters();
        try (var engines = started(meters)) {
            var tables = new JsonProtocol(engines.dynamoAddress(), "DynamoDB_20120810", "dynamodb");
            tables.call("PutItem", item("{\"pk\":{\"S\":\"a\"}}"));
            var queues = new JsonProtocol(engines.sqsAddress(), "AmazonSQS", "sqs");
            queues.call("SendMessage", message("hello"));
        }
        JsonNode counted = meters.snapshot();
        assertThat(counted.at("/dynamodb/PutItem/tables/table/writeUnits").asDouble())
                .isEqualTo(1);
        assertThat(counted.at("/sqs/SendMessage/queues/inbound.fifo/requests").asInt())
                .isEqualTo(1);

        try (var engines = started(new Meters())) {
            JsonNode found = engines.tables()
                    .call("GetItem", Json.parse("{\"TableName\":\"table\",\"Key\":{\"pk\":{\"S\":\"a\"}}}"));
            assertThat(found.at("/Item/pk/S").asText()).isEqualTo("a");
            JsonNode received = engines.queues()
                    .call(
                            "ReceiveMessage",
                            Json.object()
                                    .put("QueueUrl", "/000000000000/inbound.fifo")
                                    .put("WaitTimeSeconds", 10));
            assertThat(received.at("/Messages/0/Body").asText()).isEqualTo("hello");
        }
    }

    private Engines started(Meters meters) throws Exception {
        var engines = new Engines(meters, new Faults());
        engines.start(Optional.of(data));
        var provision = new Provision(engines);
        provision.table(TABLE);
        provision.queue(QUEUE);
        return engines;
    }

    private static ObjectNode item(String item) {
        return Json.object().put("TableName", "table").set("Item", Json.parse(item));
    }

    private static ObjectNode message(String body) {
        return Json.object()
                .put("QueueUrl", "/000000000000/inbound.fifo")
                .put("MessageBody", body)
                .put("MessageGroupId", "g")
                .put("MessageDeduplicationId", "d");
    }
}
