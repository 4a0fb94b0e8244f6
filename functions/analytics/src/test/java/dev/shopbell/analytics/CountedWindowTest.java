package dev.shopbell.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.RetryableFailure;
import dev.shopbell.platform.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** A window of the stream is added up over its batches, and written once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CountedWindowTest {

    private final Table table = new Table();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final CountTurns count = new CountTurns(
            new Counters(table, "counters"),
            new WatchTrials(new Trials(table, "counters"), Clock.systemUTC()),
            Clock.fixed(Instant.parse("2026-11-22T09:01:00Z"), ZoneOffset.UTC),
            new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void nothing_is_written_before_the_window_ends() throws IOException {
        var answer = count.run(event("window.json"));

        assertThat(table.writes).isEmpty();
        var sums = answer.path("state").path("sums").properties().iterator().next();
        assertThat(sums.getKey()).endsWith("|whatsapp|talk_to_person|ESCALATED");
        assertThat(sums.getValue().path("turns").asInt()).isEqualTo(1);
        assertThat(sums.getValue().path("b" + Histogram.bucket(650)).asInt()).isEqualTo(1);
    }

    @Test
    void at_its_end_the_sums_of_an_hour_and_channel_are_written_by_one_write() throws IOException {
        count.run(ending(count.run(event("window.json"))));

        assertThat(table.writes).hasSize(1);
        assertThat(table.writes.getFirst().expressionAttributeNames().values())
                .contains("talk_to_person|ESCALATED|turns");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("\"Turns\":1", "\"Escalations\":1");
    }

    @Test
    void a_window_that_ends_twice_is_counted_once() throws IOException {
        var end = ending(count.run(event("window.json")));
        count.run(end);
        count.run(end);

        assertThat(table.writes).hasSize(1);
    }

    @Test
    void records_that_come_late_into_a_window_that_ended_are_counted_too() throws IOException {
        count.run(ending(count.run(event("window.json"))));
        var late = (ObjectNode) event("window.json");
        ((ObjectNode) late.path("Records").path(0).path("dynamodb")).put("SequenceNumber", "9999");

        count.run(ending(count.run(late)));

        assertThat(table.writes).hasSize(2);
    }

    @Test
    void a_turn_in_which_a_lesson_was_noted_later_is_counted_once() throws IOException {
        var window = event("window.json");
        var records = (ArrayNode) window.path("Records");
        for (var each : List.copyOf(records.valueStream().toList())) {
            if (each.at("/dynamodb/NewImage/sk/S").asText().startsWith("t#")) {
                records.add(((ObjectNode) each.deepCopy()).put("eventName", "MODIFY"));
            }
        }

        count.run(ending(count.run(window)));

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("\"Turns\":1", "\"Escalations\":1");
    }

    @Test
    void more_counters_than_an_expression_holds_are_written_by_several_and_still_once() throws IOException {
        var end = ending(Json.object().set("state", Json.object()));
        var state = ((ObjectNode) end.path("state")).put("from", "1");
        var sums = state.putObject("sums");
        for (int intent = 0; intent < 450; intent++) {
            sums.putObject("2026-11-22T09:00:00Z|web|intent_" + intent + "|ANSWERED")
                    .put("turns", 1);
        }
        count.run(end);
        count.run(end);

        assertThat(table.writes).hasSize(3);
        assertThat(table.writes.stream().flatMap(w -> w.expressionAttributeNames().values().stream()))
                .filteredOn(name -> name.endsWith("|turns"))
                .hasSize(450)
                .doesNotHaveDuplicates();
        assertThat(table.writes).allMatch(write -> write.updateExpression().length() < 4_096);
    }

    @Test
    void an_empty_window_writes_nothing() throws IOException {
        count.run(ending(Json.object().set("state", Json.object())));

        assertThat(table.writes).isEmpty();
    }

    @Test
    void a_table_that_is_busy_makes_lambda_end_the_window_again() throws IOException {
        var end = ending(count.run(event("window.json")));
        table.busy = true;
        assertThatThrownBy(() -> count.run(end)).isInstanceOf(RetryableFailure.class);

        table.busy = false;
        count.run(end);
        assertThat(table.writes).hasSize(1);
    }

    @Test
    void a_percentile_is_right_to_within_an_eighth() {
        var counts = new TreeMap<Integer, Long>();
        for (long millis = 1; millis <= 1000; millis++) {
            counts.merge(Histogram.bucket(millis), 1L, Long::sum);
        }
        var histogram = Histogram.of(counts);

        assertThat(histogram.total()).isEqualTo(1000);
        assertThat(histogram.percentile(0.5)).isBetween(440L, 630L);
        assertThat(histogram.percentile(0.99)).isBetween(870L, 1250L);
        assertThat(Histogram.of(Map.of()).percentile(0.5)).isZero();
    }

    private static JsonNode event(String name) throws IOException {
        return Json.read(Files.readString(Path.of("../../events/analytics", name)));
    }

    private static JsonNode ending(JsonNode answer) throws IOException {
        var end = (ObjectNode) event("window-end.json");
        end.set("state", answer.path("state"));
        return end;
    }

    private static final class Table implements DynamoDbClient {
        private final List<UpdateItemRequest> writes = new ArrayList<>();
        private final Set<String> windows = new HashSet<>();
        private boolean busy;

        @Override
        public UpdateItemResponse updateItem(UpdateItemRequest request) {
            if (busy) {
                throw ProvisionedThroughputExceededException.builder().build();
            }
            var window = new Row(request.expressionAttributeValues()).text(":window");
            assertThat(request.conditionExpression()).isEqualTo("NOT contains(#windows, :window)");
            if (!windows.add(request.key() + window)) {
                throw ConditionalCheckFailedException.builder().build();
            }
            writes.add(request);
            return UpdateItemResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
