package dev.shopbell.local.command.bill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.Command;
import dev.shopbell.local.command.Arguments;
import dev.shopbell.local.command.CommandFailure;
import dev.shopbell.local.command.Json;
import dev.shopbell.local.up.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code ./bot bill}: turns the meters of a benchmark run into dollars, line by line. */
public final class BillCommand implements Command {
    /** Where the last run of the benchmark leaves its report. */
    public static final Path LAST_RUN = Home.directory().resolve(Path.of("target", "local", "bench.json"));

    private static final double MESSENGER_AND_WHATSAPP_BUDGET = 0.016;
    private static final double BUDGET = 0.010;

    @Override
    public String name() {
        return "bill";
    }

    @Override
    public String usage() {
        return "[--turns 1000] [--channel web|sms|aws-sms|whatsapp|messenger|telegram] [--from FILE]"
                + "  what measured turns cost on AWS, and an idle month";
    }

    @Override
    public int run(List<String> args) throws Exception {
        var arguments = Arguments.parse(args, Set.of("turns", "channel", "from", "prices"));
        var turns = arguments.number("turns", 1_000);
        var list = PriceList.read(arguments.option("prices").map(Path::of).orElse(PriceList.FILE));
        var report = report(arguments.option("from").map(Path::of).orElse(LAST_RUN));
        var channels = report.path("channels");
        var only = arguments.option("channel");
        if (only.isPresent() && !channels.has(only.get())) {
            throw new CommandFailure(
                    "The run did not measure \"" + only.get() + "\". Measure it: ./bot bench --channels " + only.get());
        }
        System.out.println("Prices: " + list.title() + ". Measured: "
                + report.path("at").asText() + ". The providers' own fees are not in it.");
        for (var each : channels.properties()) {
            if (only.isEmpty() || only.get().equals(each.getKey())) {
                print(each.getKey(), each.getValue(), turns, list);
            }
        }
        System.out.println();
        System.out.println("A month without visitors");
        System.out.print(Bill.of(Usage.idleMonth(list), list));
        return 0;
    }

    private static void print(String channel, JsonNode measured, int turns, PriceList list) {
        var bill = Bill.of(Usage.of(channel, measured, turns, list), list);
        System.out.println();
        System.out.printf(
                "%,d turns on %s (from %,d measured)%n",
                turns, channel, measured.path("turns").asLong());
        System.out.print(bill);
        if (turns == 1_000) {
            var budget =
                    channel.equals("messenger") || channel.equals("whatsapp") ? MESSENGER_AND_WHATSAPP_BUDGET : BUDGET;
            System.out.printf("Budget $%s: %s%n", Bill.money(budget), bill.dollars() <= budget ? "kept" : "MISSED");
        }
    }

    private static JsonNode report(Path file) throws CommandFailure {
        if (!Files.exists(file)) {
            throw new CommandFailure("There is no measurement at " + file + ". Make one: ./bot bench");
        }
        try {
            var report = Json.read(file);
            if (report.path("channels").isEmpty()) {
                throw new CommandFailure(file + " is not a report of ./bot bench: it has no \"channels\".");
            }
            return report;
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be read as a report. Make a new one: ./bot bench", e);
        }
    }
}
