package dev.shopbell.local.command;

import dev.shopbell.local.Command;
import java.util.List;
import java.util.Set;

/** {@code ./bot stats}: what was asked and how it went, by the hour. */
public final class StatsCommand implements Command {
    @Override
    public String name() {
        return "stats";
    }

    @Override
    public String usage() {
        return "[--hours N] [--resume ENGINE] [--port P]  turns by hour, channel, intent and outcome, with response times";
    }

    @Override
    public int run(List<String> args) throws Exception {
        var arguments = Arguments.parse(args, Set.of("hours", "resume", "as", "port"));
        var server = RunningServer.of(arguments);
        var agent = server.signedIn(arguments.option("as").orElse("agent@example.com"));
        if (arguments.option("resume").isPresent()) {
            var engine = arguments.option("resume").orElseThrow();
            server.post("/desk/api/trials/resume", Json.object().put("engine", engine), agent);
            System.out.println(
                    engine + " is tried again, counted from nothing; dialogue hears of it within half a minute.");
            return 0;
        }
        var stats = server.get("/desk/api/stats?hours=" + arguments.number("hours", 24), agent);
        var table = new Table("HOUR", "CHANNEL", "INTENT", "OUTCOME", "TURNS", "P50 MS", "P99 MS");
        var turns = 0L;
        var failed = 0L;
        for (var row : stats.path("rows")) {
            failed += row.path("failed").asLong();
            if (row.path("turns").asLong() == 0) {
                continue; // counts only replies that did not arrive
            }
            var response = row.path("responseMillis");
            var answered = response.path("count").asLong() > 0;
            turns += row.path("turns").asLong();
            table.row(
                    row.path("hour").asText(),
                    row.path("channel").asText(),
                    row.path("intent").asText().isEmpty()
                            ? "(none)"
                            : row.path("intent").asText(),
                    row.path("outcome").asText(),
                    row.path("turns").asLong(),
                    answered ? response.path("p50").asLong() : "-",
                    answered ? response.path("p99").asLong() : "-");
        }
        System.out.print(turns == 0 ? "Nothing was said yet." + System.lineSeparator() : table.toString());
        System.out.printf(
                "%d %s, counted up to %s%n",
                turns, turns == 1 ? "turn" : "turns", stats.path("countedUpTo").asText("(nothing yet)"));
        if (failed > 0) {
            System.out.printf(
                    "%d %s did not arrive; the tickets' transcripts say why.%n",
                    failed, failed == 1 ? "reply" : "replies");
        }
        System.out.print(SecondEngineTable.of(stats));
        return 0;
    }
}
