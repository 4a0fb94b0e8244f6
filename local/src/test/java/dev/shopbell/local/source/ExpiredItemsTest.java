package dev.shopbell.local.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.engine.Engines;
import dev.shopbell.local.engine.Faults;
import dev.shopbell.local.engine.Meters;
import dev.shopbell.local.engine.Provision;
import dev.shopbell.local.template.EventSpec;
import dev.shopbell.local.template.Stack;
import dev.shopbell.local.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The real table and its stream. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExpiredItemsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_000);
    private static final Stack.Table TABLE = new Stack.Table("Table", "table", Json.parse("""
            {"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"BillingMode":"PAY_PER_REQUEST",
             "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"}}"""), Optional.of("ttl"));
    private static final EventSpec.Stream STREAM =
            new EventSpec.Stream("s", "table", true, 10, 0, 0, false, false, 0, List.of(), Optional.empty());

    @Test
    void are_deleted_by_the_service_and_others_by_whoever_does_it() throws Exception {
        try (var engines = new Engines(new Meters(), new Faults())) {
            engines.start(Optional.empty());
            new Provision(engines).table(TABLE);
            put(engines, "old", 999);
            put(engines, "young", 1_001);
            put(engines, "gone", 2_000);
            engines.tables().call("DeleteItem", key("gone"));
            var expired = new ExpiredItems(engines.tables());

            assertThat(expired.sweep(TABLE, NOW)).isEqualTo(1);

            List<ObjectNode> removals = read(engines).stream()
                    .filter(record -> record.path("eventName").asText().equals("REMOVE"))
                    .map(record -> (ObjectNode) record)
                    .toList();
            removals.forEach(record -> expired.mark("table", record));
            assertThat(removals).extracting(ExpiredItemsTest::keyOf).containsExactly("gone", "old");
            assertThat(removals.get(0).has("userIdentity")).isFalse();
            assertThat(removals.get(1).path("userIdentity"))
                    .isEqualTo(Json.parse("{\"type\":\"Service\",\"principalId\":\"dynamodb.amazonaws.com\"}"));
        }
    }

    private static List<JsonNode> read(Engines engines) throws Exception {
        JsonNode table = engines.tables().call("DescribeTable", Json.object().put("TableName", "table"));
        String arn = table.at("/Table/LatestStreamArn").asText();
        JsonNode stream = engines.streams().call("DescribeStream", Json.object().put("StreamArn", arn));
        String shard = stream.at("/StreamDescription/Shards/0/ShardId").asText();
        return new Shard(arn, shard, engines.streams(), STREAM, Json.object()).read();
    }

    private static void put(Engines engines, String key, int ttl) throws Exception {
        engines.tables()
                .call(
                        "PutItem",
                        Json.parse("{\"TableName\":\"table\",\"Item\":{\"pk\":{\"S\":\"" + key + "\"},\"ttl\":{\"N\":\""
                                + ttl + "\"}}}"));
    }

    private static JsonNode key(String key) {
        return Json.parse("{\"TableName\":\"table\",\"Key\":{\"pk\":{\"S\":\"" + key + "\"}}}");
    }

    private static String keyOf(JsonNode record) {
        return record.at("/dynamodb/Keys/pk/S").asText();
    }
}
