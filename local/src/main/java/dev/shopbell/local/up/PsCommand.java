package dev.shopbell.local.up;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.Command;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.JsonProtocol;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** {@code ./bot ps}: what runs, as a table. */
public final class PsCommand implements Command {
    @Override
    public String name() {
        return "ps";
    }

    @Override
    public String usage() {
        return "[--port 8080]   shows functions, their environments, and queues";
    }

    @Override
    public int run(List<String> args) throws IOException, InterruptedException {
        int port = UpOptions.parse(args).port();
        JsonNode ps;
        try {
            ps = Json.parse(JsonProtocol.HTTP
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/_local/ps"))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body());
        } catch (ConnectException nobody) {
            throw new IOException(
                    "nothing runs on port " + port + ". Start it with ./bot up, or name its port with --port.", nobody);
        }
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
