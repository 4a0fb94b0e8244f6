package dev.shopbell.local.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.template.EventSpec;
import dev.shopbell.local.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TumblingWindowTest implements StreamDelivery.Port {
    private final List<ObjectNode> events = new ArrayList<>();
    private final EventSpec.Stream spec =
            new EventSpec.Stream("s", "t", true, 100, 0, 3, false, false, 10, List.of(), Optional.empty());
    private final TumblingWindow window = new TumblingWindow(10, "shard-1", "arn", new StreamDelivery(spec, this));

    @Test
    void carries_state_within_a_window_and_ends_it_before_the_next() throws Exception {
        window.deliver(List.of(record(100), record(104)));
        window.deliver(List.of(record(109), record(111)));

        assertThat(events).extracting(event -> event.path("Records").size()).containsExactly(2, 1, 0, 1);
        assertThat(events)
                .extracting(event -> event.path("state").path("count").asInt())
                .containsExactly(0, 2, 3, 0);
        assertThat(events)
                .extracting(event -> event.path("isFinalInvokeForWindow").asBoolean())
                .containsExactly(false, false, true, false);
        assertThat(events.get(2).path("window").path("start").asText()).isEqualTo("1970-01-01T00:01:40Z");
        assertThat(events.get(2).path("window").path("end").asText()).isEqualTo("1970-01-01T00:01:50Z");
    }

    @Test
    void keeps_a_late_record_in_the_window_that_is_open() throws Exception {
        window.deliver(List.of(record(111), record(109)));
        assertThat(events).hasSize(1);
        assertThat(window.end()).isEqualTo(Instant.ofEpochSecond(120));
    }

    @Test
    void ends_once() throws Exception {
        window.deliver(List.of(record(100)));
        window.endWindow();
        window.endWindow();
        assertThat(events).hasSize(2);
        assertThat(window.end()).isEqualTo(Instant.MAX);
    }

    private static JsonNode record(int at) {
        return Json.parse(
                "{\"dynamodb\":{\"SequenceNumber\":\"" + at + "\",\"ApproximateCreationDateTime\":" + at + "}}");
    }

    @Override
    public Optional<JsonNode> invoke(ObjectNode event) {
        events.add(event.deepCopy());
        int count = event.path("state").path("count").asInt()
                + event.path("Records").size();
        return Optional.of(Json.parse("{\"state\":{\"count\":" + count + "}}"));
    }

    @Override
    public void settled(String sequenceNumber) {
        // Told by other tests.
    }

    @Override
    public void giveUp(List<JsonNode> records, int attempts) {
        throw new AssertionError("nothing fails here");
    }

    @Override
    public void pause(int attempt) {
        throw new AssertionError("nothing fails here");
    }
}
