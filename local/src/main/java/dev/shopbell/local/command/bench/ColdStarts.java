package dev.shopbell.local.command.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.command.CommandFailure;
import dev.shopbell.local.command.Json;
import dev.shopbell.local.up.Home;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything from zero environments, in rounds, so that a slow moment of the machine falls on all alike. */
final class ColdStarts {
    private static final Duration UNTIL_ZERO = Duration.ofSeconds(20);

    private final BenchServer bench;
    private final Load load;
    private final URI invoke;
    private final List<Double> stock = new ArrayList<>();
    private final List<Double> chain = new ArrayList<>();
    private final Map<String, List<Double>> functions = new LinkedHashMap<>();
    private final Map<String, List<Double>> restores = new LinkedHashMap<>();
    private final List<Double> stockCpu = new ArrayList<>();
    private final Map<String, List<Double>> chainCpu = new LinkedHashMap<>();

    /** A real event of each function's, from {@code events/}: what it answers after a restore. */
    private static final Map<String, String> EVENTS = Map.of(
            "WebhookFunction", "webhook/health.json",
            "SocketFunction", "socket/message.json",
            "DialogueFunction", "dialogue/customer-said.json",
            "NluFunction", "nlu/utterance.json",
            "HandoverFunction", "handover/list-tickets.json",
            "AnalyticsFunction", "analytics/window-end.json");

    ColdStarts(BenchServer bench, Load load) throws CommandFailure {
        this.bench = bench;
        this.load = load;
        this.invoke = lambda();
    }

    void measure(int rounds) throws CommandFailure, IOException, InterruptedException {
        var stockStart = StockStart.prepare();
        for (var round = 0; round < rounds; round++) {
            stock(stockStart);
            zero();
            for (var function : bench.server().get("/_local/ps").path("functions")) {
                functions
                        .computeIfAbsent(function.path("id").asText(), id -> new ArrayList<>())
                        .add(wake(function.path("name").asText()));
            }
            zero();
            for (var event : EVENTS.entrySet()) {
                restores.computeIfAbsent(event.getKey(), id -> new ArrayList<>())
                        .add(restore(event.getKey(), event.getValue()));
            }
            chain(); // the last of the round: its turn is still counted when it is answered
        }
    }

    /** Only the stock function and the chain, in turn: what compares two states of the code in little time. */
    void measureFirstReply(int rounds) throws CommandFailure, IOException, InterruptedException {
        var stockStart = StockStart.prepare();
        for (var round = 0; round < rounds; round++) {
            zero();
            stock(stockStart);
            chain();
        }
    }

    private void stock(StockStart start) throws CommandFailure, IOException, InterruptedException {
        var measured = start.measure();
        stock.add(measured.millis());
        stockCpu.add(measured.cpuMillis());
    }

    private void chain() throws CommandFailure, InterruptedException {
        zero();
        var before = Readings.take(bench.server());
        try (var talker = load.talker("sms")) {
            chain.add(talker.turn().repliedMillis());
        }
        var used = Readings.take(bench.server()).since(before).cpuMillis();
        used.properties().forEach(each -> chainCpu.computeIfAbsent(each.getKey(), id -> new ArrayList<>())
                .add(each.getValue().asDouble()));
    }

    /** The medians, and each as a part of the stock function's. */
    ObjectNode report() {
        var report = Json.object();
        var beside = median(stock);
        report.putObject("stock").put("millis", beside).put("cpuMillis", median(stockCpu));
        var firstReply = against(beside, chain);
        chainCpu.forEach((id, times) -> firstReply.withObject("/cpuMillis").put(id, median(times)));
        report.set("firstReply", firstReply);
        var each = report.putObject("functions");
        functions.forEach((id, times) -> each.set(id, against(beside, times)));
        restores.forEach((id, times) -> ((ObjectNode) each.path(id)).put("restoreMillis", median(times)));
        return report;
    }

    private static ObjectNode against(double stock, List<Double> times) {
        return Json.object().put("millis", median(times)).put("ratio", median(times) / stock);
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }

    private double wake(String function) throws CommandFailure {
        var began = System.nanoTime();
        var response = bench.server()
                .exchange(HttpRequest.newBuilder(invoke.resolve("/2015-03-31/functions/" + function + "/invocations"))
                        .POST(BodyPublishers.ofString("{\"wake\":true}")));
        if (response.headers().firstValue("X-Amz-Function-Error").isPresent()) {
            throw new CommandFailure(function + " does not answer {\"wake\":true}: " + response.body());
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private double restore(String function, String event) throws CommandFailure, IOException {
        var order = Json.object().put("function", function);
        order.set("event", Json.read(Home.directory().resolve(Path.of("events", event))));
        return bench.server().post("/_local/restore", order).path("millis").asDouble();
    }

    private void zero() throws CommandFailure, InterruptedException {
        if (!bench.backToZero(UNTIL_ZERO)) {
            throw new CommandFailure("Some environments do not end: see ./bot ps.");
        }
    }

    private static URI lambda() throws CommandFailure {
        try {
            var up = Json.read(Home.directory().resolve(Path.of("target", "local", "up.json")));
            return URI.create(up.path("endpoints").path("lambda").asText());
        } catch (IOException e) {
            throw new CommandFailure("target/local/up.json does not tell where Lambda's API is. Restart ./bot up.", e);
        }
    }
}
