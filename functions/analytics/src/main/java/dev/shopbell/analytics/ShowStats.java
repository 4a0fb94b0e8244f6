package dev.shopbell.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.platform.HttpAnswer;
import dev.shopbell.platform.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.SortedMap;

/** The counters of the last hours, for the desk. */
final class ShowStats {

    private static final int MOST_HOURS = 24 * 31;

    private final Counters counters;
    private final Trials trials;
    private final Clock clock;

    ShowStats(Counters counters, Trials trials, Clock clock) {
        this.counters = counters;
        this.trials = trials;
        this.clock = clock;
    }

    /** Answers {@code GET /desk/api/stats?hours=N}; 24 hours unless asked otherwise, at most a month. */
    JsonNode handle(JsonNode event) {
        var hours = event.path("queryStringParameters").path("hours").asText("24");
        if (!hours.matches("[0-9]{1,3}") || Integer.parseInt(hours) < 1 || Integer.parseInt(hours) > MOST_HOURS) {
            return HttpAnswer.problem(400, "\"hours\" is a number from 1 to " + MOST_HOURS + ".");
        }
        var now = clock.instant();
        var body = Json.object().put("countedUpTo", now.toString());
        var rows = body.putArray("rows");
        var engines = new ShowEngines();
        var hour = now.truncatedTo(ChronoUnit.HOURS);
        for (int back = Integer.parseInt(hours) - 1; back >= 0; back--) {
            var at = hour.minus(back, ChronoUnit.HOURS);
            counters.ofHour(at).forEach((key, sums) -> {
                if (ShowEngines.isAbout(key)) {
                    engines.add(key, sums);
                } else {
                    write(rows.addObject(), at, key, sums);
                }
            });
        }
        engines.write(body.putArray("secondEngine"));
        var shown = body.putArray("trials");
        trials.all().forEach(state -> write(shown.addObject(), state));
        return HttpAnswer.json(200, body);
    }

    private static void write(ObjectNode node, Trials.State state) {
        var counts = state.counts();
        node.put("engine", state.engine())
                .put("ownTurns", counts.control())
                .put("ownBad", counts.controlBad())
                .put("turns", counts.trial())
                .put("bad", counts.trialBad())
                .put("z", Math.round(counts.z() * 100) / 100.0);
        if (state.isHalted()) {
            node.put("halted", state.haltedAt().toString());
        }
    }

    private static void write(ObjectNode node, Instant hour, String key, SortedMap<String, Long> sums) {
        var parts = key.split("\\|", 3);
        var buckets = new HashMap<Integer, Long>();
        sums.forEach((name, count) -> {
            if (name.matches("b[0-9]+")) {
                buckets.put(Integer.parseInt(name.substring(1)), count);
            }
        });
        var histogram = Histogram.of(buckets);
        node.put("hour", hour.toString())
                .put("channel", parts[0])
                .put("intent", parts.length > 1 ? parts[1] : "")
                .put("outcome", parts.length > 2 ? parts[2] : "")
                .put("turns", sums.getOrDefault(Tally.TURNS, 0L))
                .put("failed", sums.getOrDefault(Tally.FAILED, 0L));
        node.putObject("responseMillis")
                .put("count", histogram.total())
                .put("p50", histogram.percentile(0.5))
                .put("p99", histogram.percentile(0.99));
    }
}
