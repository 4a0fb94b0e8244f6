package dev.shopbell.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** A table that answers as it is told to. That a real one means the same is shown by the contract tests of {@code acceptance}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TableClientTest {

    private record Told(int status, String body) {}

    private static final Map<String, AttributeValue> KEY = Map.of("pk", AttributeValue.fromS("a"));

    private final Deque<Told> answers = new ArrayDeque<>();
    private final List<String> operations = new ArrayList<>();
    private final List<JsonNode> requests = new ArrayList<>();
    private final HttpServer server;
    private final TableClient table;

    TableClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        table = new TableClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
                "eu-west-1",
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDUMMY", "dummy")),
                Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        operations.add(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        assertThat(exchange.getRequestHeaders().getFirst("Authorization")).contains("/eu-west-1/dynamodb/aws4_request");
        requests.add(Json.read(exchange.getRequestBody()));
        var told = answers.removeFirst();
        if (told.status() == 0) {
            exchange.close(); // breaks the connection without a word
            return;
        }
        var bytes = told.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(told.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void asks_as_the_service_wants_it_and_reads_what_it_has() throws Exception {
        answers.add(new Told(
                200,
                "{\"Count\":1,\"Items\":[{\"pk\":{\"S\":\"a\"},\"n\":{\"N\":\"7\"},\"y\":{\"BOOL\":true},"
                        + "\"l\":{\"SS\":[\"x\",\"y\"]}}],\"LastEvaluatedKey\":{\"pk\":{\"S\":\"a\"}}}"));

        var found = table.query(r -> r.tableName("t")
                .keyConditionExpression("pk = :c")
                .expressionAttributeValues(Map.of(":c", AttributeValue.fromS("a")))
                .scanIndexForward(false)
                .consistentRead(true)
                .limit(1));

        assertThat(operations).containsExactly("DynamoDB_20120810.Query");
        assertThat(requests.getFirst()).isEqualTo(Json.read("""
                {"TableName":"t","Limit":1,"ConsistentRead":true,"ScanIndexForward":false,
                 "KeyConditionExpression":"pk = :c","ExpressionAttributeValues":{":c":{"S":"a"}}}"""));
        assertThat(found.items())
                .containsExactly(Map.of(
                        "pk", AttributeValue.fromS("a"),
                        "n", AttributeValue.fromN("7"),
                        "y", AttributeValue.fromBool(true),
                        "l", AttributeValue.fromSs(List.of("x", "y"))));
        assertThat(found.lastEvaluatedKey()).isEqualTo(KEY);
    }

    @Test
    void tells_a_missing_item_from_one_that_is_there() {
        answers.add(new Told(200, "{}"));
        answers.add(new Told(200, "{\"Item\":{\"pk\":{\"S\":\"a\"}}}"));

        assertThat(table.getItem(r -> r.tableName("t").key(KEY)).hasItem()).isFalse();
        assertThat(table.getItem(r -> r.tableName("t").key(KEY)).item()).isEqualTo(KEY);
    }

    @Test
    void says_what_stood_there_when_a_condition_does_not_hold_and_does_not_ask_again() {
        answers.add(new Told(
                400,
                "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\",\"message\":\"no\","
                        + "\"Item\":{\"tat\":{\"N\":\"5\"}}}"));

        assertThatThrownBy(() -> table.updateItem(r -> r.tableName("t")
                        .key(KEY)
                        .updateExpression("SET a = :a")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)))
                .asInstanceOf(type(ConditionalCheckFailedException.class))
                .satisfies(failed -> assertThat(failed.item()).isEqualTo(Map.of("tat", AttributeValue.fromN("5"))));
        assertThat(requests).hasSize(1).first().satisfies(request -> assertThat(
                        request.path("ReturnValuesOnConditionCheckFailure").asText())
                .isEqualTo("ALL_OLD"));
    }

    @Test
    void tries_again_what_may_be_tried_again() {
        answers.add(new Told(500, "{\"__type\":\"x#InternalServerError\"}"));
        answers.add(new Told(0, ""));
        answers.add(new Told(200, "{}"));

        table.putItem(r -> r.tableName("t").item(KEY));

        assertThat(requests).hasSize(3);
    }

    @Test
    void gives_up_after_three_tries() {
        for (int i = 0; i < 3; i++) {
            answers.add(
                    new Told(400, "{\"__type\":\"x#ProvisionedThroughputExceededException\",\"message\":\"slow\"}"));
        }
        assertThatThrownBy(() -> table.deleteItem(r -> r.tableName("t").key(KEY)))
                .asInstanceOf(type(DynamoDbException.class))
                .satisfies(failed -> assertThat(failed.statusCode()).isEqualTo(400));

        for (int i = 0; i < 3; i++) {
            answers.add(new Told(0, ""));
        }
        assertThatThrownBy(() -> table.getItem(r -> r.tableName("t").key(KEY))).isInstanceOf(SdkClientException.class);
        assertThat(requests).hasSize(6);
    }

    @Test
    void does_not_try_again_what_is_wrong() {
        answers.add(new Told(400, "{\"__type\":\"x#ValidationException\",\"Message\":\"empty key\"}"));

        assertThatThrownBy(() -> table.getItem(r -> r.tableName("t").key(KEY)))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("empty key");
        assertThat(requests).hasSize(1);
    }

    @Test
    void leaves_out_nothing_that_it_does_not_know() {
        assertThatThrownBy(() -> table.putItem(r -> r.tableName("t")
                        .item(Map.of("pk", AttributeValue.fromM(Map.of("a", AttributeValue.fromS("b")))))))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("AttributeJson");
        assertThat(requests).isEmpty();
    }
}
