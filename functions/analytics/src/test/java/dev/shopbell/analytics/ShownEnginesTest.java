package dev.shopbell.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.Opinion;
import dev.shopbell.platform.Opinion.Part;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Opinions become counters, and the desk sees who agreed on what. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShownEnginesTest {

    private static final ConversationId ANA = ConversationId.parse("sms:+34900:+34600");

    private final Map<String, Map<String, Long>> sums = new HashMap<>();

    private void says(Part part, String own, String other, String trouble, long millis) {
        var opinion = new Opinion(
                ANA, 1, part, "lex:B/A", own, other, trouble, millis, false, Instant.parse("2026-11-22T09:31:00Z"));
        EngineSums.count(opinion, (key, counter) -> sums.computeIfAbsent(key, k -> new TreeMap<>())
                .merge(counter, 1L, Long::sum));
    }

    private JsonNode shown() {
        var engines = new ShowEngines();
        sums.forEach((key, counters) -> {
            var row = key.substring(key.indexOf('|') + 1);
            assertThat(ShowEngines.isAbout(row)).isTrue();
            engines.add(row, counters);
        });
        var rows = Json.array();
        engines.write(rows);
        return rows;
    }

    @Test
    void agreement_is_the_same_intent_or_a_refusal_by_both() {
        says(Part.SHADOW, "prices", "prices", "", 100);
        says(Part.SHADOW, "", "", "", 100);
        says(Part.SHADOW, "prices", "payment", "", 100);
        says(Part.SHADOW, "prices", "payment", "", 100);
        says(Part.SHADOW, "", "prices", "", 100);
        says(Part.SHADOW, "prices", "", "throttled", 100);

        assertThat(shown()).singleElement().satisfies(row -> {
            assertThat(row.path("part").asText()).isEqualTo("shadow");
            assertThat(row.path("asked").asLong()).isEqualTo(6);
            assertThat(row.path("same").asLong()).isEqualTo(1);
            assertThat(row.path("refused").asLong()).isEqualTo(1);
            assertThat(row.path("differ").asLong()).isEqualTo(3);
            assertThat(row.path("failed").path("throttled").asLong()).isEqualTo(1);
            assertThat(row.path("millis").path("count").asLong()).isEqualTo(6);
            assertThat(row.path("differences").toString())
                    .isEqualTo("[{\"own\":\"prices\",\"other\":\"payment\",\"turns\":2},"
                            + "{\"own\":\"\",\"other\":\"prices\",\"turns\":1}]");
        });
    }

    @Test
    void who_is_only_compared_with_has_neither_agreement_nor_latency() {
        says(Part.CONTROL, "prices", "", "", 0);

        assertThat(shown()).singleElement().satisfies(row -> {
            assertThat(row.path("part").asText()).isEqualTo("control");
            assertThat(row.path("asked").asLong()).isEqualTo(1);
            assertThat(row.path("differ").asLong()).isZero();
            assertThat(row.path("millis").path("count").asLong()).isZero();
        });
    }
}
