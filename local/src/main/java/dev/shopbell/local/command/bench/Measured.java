package dev.shopbell.local.command.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.command.Json;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a run of turns on one channel came to, as JSON that {@code ./bot bill} reads too. */
final class Measured {
    private Measured() {}

    static ObjectNode of(List<Sample> samples, Readings used) {
        var turns = samples.size();
        var report = Json.object()
                .put("turns", turns)
                .put(
                        "unanswered",
                        samples.stream().filter(sample -> !sample.replied()).count());
        times(report, samples);
        report.put("cpuMillisPerTurn", sum(used.cpuMillis()) / turns);
        report.put("writeUnitsPerTurn", sum(used.meters().path("dynamodb"), "writeUnits") / turns);
        report.put("readUnitsPerTurn", sum(used.meters().path("dynamodb"), "readUnits") / turns);
        report.put("coldStarts", sum(used.meters().path("lambda"), "coldStarts"));
        report.put("requestsPerTurn", requests(used.meters()) / turns);
        report.put("sentBytes", samples.stream().mapToLong(Sample::sentBytes).sum());
        report.set("cpuMillis", used.cpuMillis());
        report.set("meters", used.meters());
        return report;
    }

    static void times(ObjectNode report, List<Sample> samples) {
        report.put("acknowledgedP50Millis", Sample.quantile(0.5, samples, Sample::acknowledgedMillis));
        report.put("acknowledgedP99Millis", Sample.quantile(0.99, samples, Sample::acknowledgedMillis));
        report.put("repliedP50Millis", Sample.quantile(0.5, samples, Sample::repliedMillis));
        report.put("repliedP99Millis", Sample.quantile(0.99, samples, Sample::repliedMillis));
    }

    /** Calls of AWS services: ours, and those that Lambda's pollers make for us. */
    private static double requests(JsonNode meters) {
        return sum(meters.path("dynamodb"), "requests")
                + sum(meters.path("sqs"), "requests")
                + sum(meters.path("ssm"), "requests")
                + sum(meters.path("lambda"), "invocations")
                + sum(meters.path("sockets"), "messagesOut")
                + sum(meters.path("pollers"), "ReceiveMessage")
                + sum(meters.path("pollers"), "DeleteMessageBatch");
    }

    private static double sum(JsonNode kind, String counter) {
        return StreamSupport.stream(kind.spliterator(), false)
                .mapToDouble(each -> each.path(counter).asDouble())
                .sum();
    }

    private static double sum(JsonNode numbers) {
        return StreamSupport.stream(numbers.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .sum();
    }
}
