package dev.shopbell.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.platform.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A second engine that does worse is found out, and one that does as well is not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchedTrialTest {

    private static final String LEX = "lex:B/A";
    private static final Instant NOW = Instant.parse("2026-11-22T09:01:00Z");

    private final TrialTable table = new TrialTable();
    private final Trials trials = new Trials(table, "counters");
    private final WatchTrials watch = new WatchTrials(trials, Clock.fixed(NOW, ZoneOffset.UTC));
    private int windows;

    private static SortedMap<String, SortedMap<String, Long>> sums(TrialCounts counts) {
        var sums = new TreeMap<String, SortedMap<String, Long>>();
        var hour = "2026-11-22T09:00:00Z|~second|" + LEX;
        sums.put(hour + " CONTROL|", new TreeMap<>(Map.of("asked", counts.control(), "bad", counts.controlBad())));
        sums.put(hour + " TRIAL|a>b", new TreeMap<>(Map.of("asked", counts.trial(), "bad", counts.trialBad())));
        sums.put(hour + " SHADOW|a>b", new TreeMap<>(Map.of("asked", 999L)));
        sums.put("2026-11-22T09:00:00Z|web|prices|ANSWERED", new TreeMap<>(Map.of("turns", 999L)));
        return sums;
    }

    private void window(long control, long controlBad, long trial, long trialBad) {
        windows++;
        watch.count(sums(new TrialCounts(control, controlBad, trial, trialBad)), "shard-1", "w" + windows);
    }

    private Trials.State state() {
        return trials.all().getFirst();
    }

    @Test
    void the_statistic_is_that_of_two_proportions_with_pooled_variance() {
        // Worked by hand: pooled 200/1500 = 0.1333, error 0.3399 * sqrt(1/500 + 1/1000) = 0.018619, difference 0.1.
        assertThat(new TrialCounts(1000, 100, 500, 100).z()).isCloseTo(5.3709, within(0.001));
        assertThat(new TrialCounts(1000, 100, 500, 50).z()).isZero();
        assertThat(new TrialCounts(0, 0, 500, 50).z()).isZero();
        assertThat(new TrialCounts(10, 0, 10, 0).z()).isZero();
    }

    @Test
    void what_is_clearly_worse_is_ended_at_the_first_look() {
        window(400, 20, 99, 60);
        assertThat(state().isHalted()).as("not before the first look").isFalse();

        window(1, 0, 1, 0);
        assertThat(state().haltedAt()).isEqualTo(NOW);
    }

    @Test
    void what_is_as_good_goes_on_and_is_counted_anew_after_a_round() {
        for (int i = 0; i < 10; i++) {
            window(300, 30, 100, 12);
        }

        assertThat(state().isHalted()).isFalse();
        assertThat(state().counts()).isEqualTo(TrialCounts.NONE);
    }

    @Test
    void what_was_good_for_long_and_is_bad_now_is_found_out_within_the_round() {
        for (int i = 0; i < 8; i++) {
            window(300, 30, 100, 10);
        }
        window(300, 30, 100, 100);

        assertThat(state().isHalted()).isTrue();
    }

    @Test
    void nothing_is_judged_by_too_few_on_our_side() {
        window(99, 0, 200, 200);
        assertThat(state().isHalted()).isFalse();

        window(1, 0, 1, 1);
        assertThat(state().isHalted()).isTrue();
    }

    @Test
    void a_window_that_ends_twice_is_counted_once_and_another_shards_is_its_own() {
        watch.count(sums(new TrialCounts(10, 1, 5, 1)), "shard-1", "w1");
        watch.count(sums(new TrialCounts(10, 1, 5, 1)), "shard-1", "w1");
        watch.count(sums(new TrialCounts(10, 1, 5, 1)), "shard-2", "w1");

        assertThat(state().counts()).isEqualTo(new TrialCounts(20, 2, 10, 2));
    }

    @Test
    void it_is_tried_again_from_nothing_when_the_desk_says_so() {
        window(400, 20, 100, 80);
        var resume = new ResumeTrial(trials);

        assertThat(status(resume.handle(posting("{\"engine\":\"lex:other\"}")))).isEqualTo(409);
        assertThat(status(resume.handle(posting("nonsense")))).isEqualTo(400);
        assertThat(status(resume.handle(posting("{\"engine\":\"" + LEX + "\"}"))))
                .isEqualTo(200);
        assertThat(state().isHalted()).isFalse();
        assertThat(state().counts()).isEqualTo(TrialCounts.NONE);
        assertThat(status(resume.handle(posting("{\"engine\":\"" + LEX + "\"}"))))
                .isEqualTo(409);
    }

    private static JsonNode posting(String body) {
        return Json.object().put("body", body);
    }

    private static int status(JsonNode answer) {
        return answer.path("statusCode").asInt();
    }
}
