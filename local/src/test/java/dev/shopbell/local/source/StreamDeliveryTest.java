package dev.shopbell.local.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.template.EventSpec;
import dev.shopbell.local.wire.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StreamDeliveryTest implements StreamDelivery.Port {
    private final List<String> invoked = new ArrayList<>();
    private final List<String> settled = new ArrayList<>();
    private final List<String> givenUp = new ArrayList<>();
    private final Set<String> poison = new HashSet<>();
    private boolean namesFailures;
    private int failures = Integer.MAX_VALUE;
    private int pauses;

    @Test
    void hands_over_in_batches_and_in_order() throws Exception {
        deliver(spec(2, 0, false, false), 5);
        assertThat(invoked).containsExactly("1 2", "3 4", "5");
        assertThat(settled).containsExactly("2", "4", "5");
    }

    @Test
    void tries_again_until_it_works() throws Exception {
        poison.add("2");
        failures = 3;
        deliver(spec(10, -1, false, false), 3);
        assertThat(invoked).containsExactly("1 2 3", "1 2 3", "1 2 3", "1 2 3");
        assertThat(pauses).isEqualTo(3);
        assertThat(givenUp).isEmpty();
    }

    @Test
    void gives_up_the_batch_when_the_tries_are_used_up() throws Exception {
        poison.add("2");
        deliver(spec(2, 1, false, false), 3);
        assertThat(invoked).containsExactly("1 2", "1 2", "3");
        assertThat(givenUp).containsExactly("1 2");
        assertThat(settled).containsExactly("2", "3");
    }

    @Test
    void bisects_down_to_the_one_that_is_bad() throws Exception {
        poison.add("3");
        deliver(spec(4, 1, true, false), 4);
        assertThat(invoked).containsExactly("1 2 3 4", "1 2", "3 4", "3", "3", "4");
        assertThat(givenUp).containsExactly("3");
        assertThat(settled).endsWith("4");
    }

    @Test
    void goes_on_from_the_first_that_the_function_names() throws Exception {
        poison.add("3");
        failures = 1;
        namesFailures = true;
        deliver(spec(4, -1, false, true), 4);
        assertThat(invoked).containsExactly("1 2 3 4", "3 4");
        assertThat(settled).containsExactly("2", "4");
    }

    private void deliver(EventSpec.Stream spec, int count) throws InterruptedException {
        List<JsonNode> records = IntStream.rangeClosed(1, count)
                .<JsonNode>mapToObj(i -> Json.parse("{\"dynamodb\":{\"SequenceNumber\":\"" + i + "\"}}"))
                .toList();
        new StreamDelivery(spec, this).deliver(records, new StreamDelivery.Envelope() {
            @Override
            public ObjectNode event(List<JsonNode> batch) {
                ObjectNode event = Json.object();
                event.putArray("Records").addAll(batch);
                return event;
            }

            @Override
            public void answered(JsonNode answer) {
                // Nothing is carried on.
            }
        });
    }

    private static EventSpec.Stream spec(int batch, int retries, boolean bisects, boolean reports) {
        return new EventSpec.Stream(
                "s", "table", true, batch, 0, retries, bisects, reports, 0, List.of(), Optional.empty());
    }

    @Override
    public Optional<JsonNode> invoke(ObjectNode event) {
        List<String> sequences = new ArrayList<>();
        event.path("Records").forEach(record -> sequences.add(StreamDelivery.sequence(record)));
        invoked.add(String.join(" ", sequences));
        Optional<String> bad = sequences.stream().filter(poison::contains).findFirst();
        if (bad.isEmpty() || failures-- <= 0) {
            return Optional.of(Json.object());
        }
        return namesFailures
                ? Optional.of(Json.parse("{\"batchItemFailures\":[{\"itemIdentifier\":\"" + bad.get() + "\"}]}"))
                : Optional.empty();
    }

    @Override
    public void settled(String sequenceNumber) {
        settled.add(sequenceNumber);
    }

    @Override
    public void giveUp(List<JsonNode> records, int attempts) {
        givenUp.add(records.stream().map(StreamDelivery::sequence).collect(Collectors.joining(" ")));
    }

    @Override
    public void pause(int attempt) {
        pauses++;
    }
}
