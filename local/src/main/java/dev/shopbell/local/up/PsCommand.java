package dev.shopbell.local.up;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.Command;
import dev.shopbell.local.command.Arguments;
import dev.shopbell.local.command.RunningServer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code ./bot ps}: what runs, as a table. */
public final class PsCommand implements Command {
    @Override
    public String name() {
        return "ps";
    }

    @Override
    public String usage() {
        return "[--port P]  shows functions, their environments, and queues";
    }

    @Override
    public int run(List<String> args) throws Exception {
        JsonNode ps = RunningServer.of(Arguments.parse(args, Set.of("port"))).get("/_local/ps");
        functions(ps.path("functions"));
        queues(ps.path("queues"));
        sources(ps.path("sources"));
        return 0;
    }

    private static void functions(JsonNode functions) {
        String row = "%-20s %6s %12s %7s %7s %8s   %s%n";
        System.out.printf(row, "FUNCTION", "ENVS", "INVOCATIONS", "ERRORS", "COLD", "CPU ms", "ENVIRONMENTS");
        for (JsonNode function : functions) {
            String environments = function.path("environments")
                    .valueStream()
                    .map(each ->
                            each.path("pid").asText() + " " + each.path("state").asText())
                    .collect(Collectors.joining(", "));
            System.out.printf(
                    row,
                    function.path("id").asText(),
                    function.path("environments").size(),
                    function.path("invocations").asText(),
                    function.path("errors").asText(),
                    function.path("coldStarts").asText(),
                    function.path("cpuMillis").asText(),
                    environments);
        }
    }

    private static void queues(JsonNode queues) {
        String row = "%-44s %8s %9s %8s %6s%n";
        System.out.println();
        System.out.printf(row, "QUEUE", "VISIBLE", "IN WORK", "DELAYED", "DEAD");
        for (JsonNode queue : queues) {
            System.out.printf(
                    row,
                    queue.path("name").asText(),
                    queue.path("visible").asText(),
                    queue.path("inFlight").asText(),
                    queue.path("delayed").asText(),
                    queue.path("dead").asText());
        }
    }

    private static void sources(JsonNode sources) {
        System.out.println();
        System.out.printf("%-16s %-34s %-20s %s%n", "SOURCE", "FROM", "FUNCTION", "STATE");
        for (JsonNode source : sources) {
            System.out.printf(
                    "%-16s %-34s %-20s %s%n",
                    source.path("type").asText(),
                    source.path("from").asText(),
                    source.path("function").asText(),
                    source.path("state").asText());
        }
    }
}
