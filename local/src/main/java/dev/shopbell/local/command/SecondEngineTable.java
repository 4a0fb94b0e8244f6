package dev.shopbell.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Locale;

/** What {@code ./bot stats} says of a second engine; nothing where there is none. */
final class SecondEngineTable {

    private static final int DIFFERENCES = 5;

    private SecondEngineTable() {}

    static String of(JsonNode stats) {
        var text = new StringBuilder();
        var rows = stats.path("secondEngine");
        if (!rows.isEmpty()) {
            var table = new Table(
                    "SECOND ENGINE",
                    "PART",
                    "TURNS",
                    "SAME",
                    "BOTH REFUSED",
                    "DIFFER",
                    "FAILED",
                    "BAD",
                    "P50 MS",
                    "P99 MS");
            rows.forEach(row -> table.row(
                    row.path("engine").asText(),
                    row.path("part").asText(),
                    row.path("asked").asLong(),
                    row.path("same").asLong(),
                    row.path("refused").asLong(),
                    row.path("differ").asLong(),
                    failures(row.path("failed")),
                    row.path("bad").asLong(),
                    row.path("millis").path("p50").asLong(),
                    row.path("millis").path("p99").asLong()));
            text.append(System.lineSeparator()).append(table);
            rows.forEach(row -> differences(row.path("differences"), text));
        }
        stats.path("trials").forEach(trial -> text.append(sentence(trial)).append(System.lineSeparator()));
        return text.toString();
    }

    private static String failures(JsonNode failed) {
        var all = new ArrayList<String>();
        failed.properties()
                .forEach(each -> all.add(each.getKey() + " " + each.getValue().asLong()));
        return all.isEmpty() ? "0" : String.join(", ", all);
    }

    private static void differences(JsonNode differences, StringBuilder text) {
        differences.valueStream().limit(DIFFERENCES).forEach(each -> text.append("  ")
                .append(each.path("turns").asLong())
                .append(" x ours ")
                .append(named(each.path("own")))
                .append(", the other ")
                .append(named(each.path("other")))
                .append(System.lineSeparator()));
    }

    private static String named(JsonNode intent) {
        return intent.asText().isEmpty() ? "(out of scope)" : intent.asText();
    }

    private static String sentence(JsonNode trial) {
        var counts = String.format(
                Locale.ROOT,
                "Trial of %s: %d of %d turns went badly, %d of %d without it (z %.2f; it ends at 3).",
                trial.path("engine").asText(),
                trial.path("bad").asLong(),
                trial.path("turns").asLong(),
                trial.path("ownBad").asLong(),
                trial.path("ownTurns").asLong(),
                trial.path("z").asDouble());
        return trial.has("halted")
                ? counts + " It ended at " + trial.path("halted").asText()
                        + ": our own engine answers everybody. Try it again: ./bot stats --resume "
                        + trial.path("engine").asText()
                : counts;
    }
}
