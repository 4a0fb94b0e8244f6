package dev.shopbell.local.command.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.Command;
import dev.shopbell.local.command.Arguments;
import dev.shopbell.local.command.CommandFailure;
import dev.shopbell.local.command.Json;
import dev.shopbell.local.command.bill.BillCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** {@code ./bot bench}: measures the running system, or one that it starts for the purpose. */
public final class BenchCommand implements Command {
    private static final Set<String> CHANNELS = Set.of("web", "sms", "aws-sms", "whatsapp", "messenger", "telegram");
    /** Until the last callbacks, stream batches and counters of a run are through. */
    private static final Duration SETTLING = Duration.ofSeconds(4);

    private static final int SERVER_WARM_TURNS = 200;

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public String usage() {
        return "[--turns 500] [--conversations 50] [--channels web,sms,aws-sms,whatsapp,messenger,telegram] [--rounds 3] [--json FILE]"
                + " [--first-reply ROUNDS] [--port P]  measure speed, CPU, units and cold starts";
    }

    @Override
    public int run(List<String> args) throws Exception {
        var arguments = Arguments.parse(
                args, Set.of("turns", "conversations", "channels", "rounds", "first-reply", "json", "port"));
        var channels = List.of(arguments
                .option("channels")
                .orElse("web,sms,whatsapp,messenger")
                .split(",", -1));
        if (!CHANNELS.containsAll(channels)) {
            throw new CommandFailure(
                    "--channels must name some of web, sms, aws-sms, whatsapp, messenger, telegram, with commas between.");
        }
        try (var bench = BenchServer.start(arguments)) {
            if (arguments.option("first-reply").isPresent()) {
                System.out.println(Json.text(firstReply(bench, arguments.number("first-reply", 1))));
                return 0;
            }
            var report = measure(bench, channels, arguments);
            System.out.println();
            System.out.print(BenchReport.budgets(report));
            keep(BillCommand.LAST_RUN, report);
            if (arguments.option("json").isPresent()) {
                keep(Path.of(arguments.option("json").get()), report);
            }
            System.out.println("What it would cost: ./bot bill");
            System.out.println(Json.text(brief(report)));
        }
        return 0;
    }

    private static ObjectNode measure(BenchServer bench, List<String> channels, Arguments arguments)
            throws CommandFailure, IOException, InterruptedException {
        var turns = arguments.number("turns", 500);
        var conversations = arguments.number("conversations", 50);
        var report = Json.object().put("at", Instant.now().toString());
        try (var mailroom = new Mailroom(bench.server())) {
            var load = new Load(bench.server(), mailroom.replies());
            var cold = new ColdStarts(bench, load);
            bench.awaitStartupCaches(Duration.ofMinutes(3));
            System.out.println("Warming up");
            // One conversation a channel: few environments, so that those that are measured are warm.
            load.rush(channels, Math.max(200, turns * 2), Math.min(conversations, channels.size()));
            var each = Math.max(10, turns / 2 / channels.size());
            for (var channel : channels) {
                System.out.println("Measuring " + channel);
                report.withObject("/channels").set(channel, steady(bench, load, channel, each, conversations));
            }
            System.out.print(BenchReport.channels(report.path("channels")));
            report.set("rush", rush(load, channels, Math.max(1, turns / 2), conversations));
            System.out.println("From zero, beside the stock function");
            cold.measure(arguments.number("rounds", 3));
            report.set("zero", cold.report());
        }
        var cpu = BenchReport.functions(report.path("channels"));
        report.set("cpuMillisPerTurnByFunction", cpu);
        System.out.print(BenchReport.functions(cpu, report.path("zero")));
        System.out.print(BenchReport.firstReply(report.path("zero")));
        return report;
    }

    /** What is left of a run that only asks how long the first reply takes from zero. */
    private static ObjectNode firstReply(BenchServer bench, int rounds)
            throws CommandFailure, IOException, InterruptedException {
        try (var mailroom = new Mailroom(bench.server())) {
            var load = new Load(bench.server(), mailroom.replies());
            var cold = new ColdStarts(bench, load);
            bench.awaitStartupCaches(Duration.ofMinutes(3));
            System.out.println("Warming up");
            load.rush(List.of("sms"), SERVER_WARM_TURNS, 1); // the server, which is compiled as it runs
            cold.measureFirstReply(rounds);
            System.out.print(BenchReport.firstReply(cold.report()));
            return cold.report();
        }
    }

    private static ObjectNode steady(BenchServer bench, Load load, String channel, int turns, int conversations)
            throws CommandFailure, InterruptedException {
        load.steady(channel, Math.max(5, turns / 4), 1); // its own code paths, warm
        Thread.sleep(SETTLING);
        var before = Readings.take(bench.server());
        var samples = load.steady(channel, turns, Math.max(1, Math.min(conversations, turns / 8)));
        Thread.sleep(SETTLING);
        return Measured.of(samples, Readings.take(bench.server()).since(before));
    }

    private static ObjectNode rush(Load load, List<String> channels, int turns, int conversations)
            throws CommandFailure, InterruptedException {
        var began = System.nanoTime();
        var samples = load.rush(channels, turns, conversations);
        var seconds = (System.nanoTime() - began) / 1e9;
        var rush = Json.object()
                .put("turns", samples.size())
                .put("conversations", conversations)
                .put(
                        "unanswered",
                        samples.stream().filter(sample -> !sample.replied()).count())
                .put("turnsPerSecond", samples.size() / seconds);
        Measured.times(rush, samples);
        System.out.printf(
                "All at once: %d turns of %d conversations, %.1f a second, %d without reply; ack p99 %.0f ms, reply p50 %.0f, p99"
                        + " %.0f ms%n",
                samples.size(),
                conversations,
                rush.path("turnsPerSecond").asDouble(),
                rush.path("unanswered").asLong(),
                rush.path("acknowledgedP99Millis").asDouble(),
                rush.path("repliedP50Millis").asDouble(),
                rush.path("repliedP99Millis").asDouble());
        return rush;
    }

    /** The report without the meters. */
    private static ObjectNode brief(ObjectNode report) {
        var brief = report.deepCopy();
        brief.path("channels").forEach(channel -> ((ObjectNode) channel).remove(List.of("meters", "cpuMillis")));
        return brief;
    }

    private static void keep(Path file, ObjectNode report) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, Json.text(report));
    }
}
