package dev.shopbell.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a function's {@code Events}. A type or property that would be ignored is an error. */
final class EventReader {
    private static final Set<String> HTTP = Set.of("ApiId", "Method", "Path", "Auth", "PayloadFormatVersion");
    private static final Set<String> QUEUE = Set.of(
            "Queue",
            "BatchSize",
            "FunctionResponseTypes",
            "MaximumBatchingWindowInSeconds",
            "ScalingConfig",
            "Enabled");
    private static final Set<String> STREAM = Set.of(
            "Stream",
            "StartingPosition",
            "BatchSize",
            "MaximumBatchingWindowInSeconds",
            "MaximumRetryAttempts",
            "BisectBatchOnFunctionError",
            "FunctionResponseTypes",
            "DestinationConfig",
            "FilterCriteria",
            "TumblingWindowInSeconds",
            "Enabled");
    private static final Set<String> SCHEDULE = Set.of("Schedule", "Input", "Description", "Name", "Enabled");

    private final Template template;
    private final Intrinsics intrinsics;

    EventReader(Template template, Intrinsics intrinsics) {
        this.template = template;
        this.intrinsics = intrinsics;
    }

    List<EventSpec> read(Node events) {
        return template.entries(events).entrySet().stream()
                .map(entry -> read(entry.getKey(), entry.getValue()))
                .toList();
    }

    private EventSpec read(String id, Node node) {
        JsonNode event = intrinsics.resolve(node);
        JsonNode properties = event.path("Properties");
        String type = event.path("Type").asText();
        return switch (type) {
            case "HttpApi" -> {
                allow(id, node, properties, HTTP);
                yield new EventSpec.Http(
                        id,
                        properties.path("Method").asText("ANY").toUpperCase(Locale.ROOT),
                        properties.path("Path").asText(),
                        text(properties.path("Auth").path("Authorizer")));
            }
            case "SQS" -> {
                allow(id, node, properties, QUEUE);
                yield new EventSpec.Queue(
                        id,
                        properties.path("Queue").asText(),
                        properties.path("BatchSize").asInt(10),
                        properties.path("MaximumBatchingWindowInSeconds").asInt(0),
                        reports(properties),
                        properties
                                .path("ScalingConfig")
                                .path("MaximumConcurrency")
                                .asInt(EventSpec.Queue.CONCURRENCY));
            }
            case "DynamoDB" -> {
                allow(id, node, properties, STREAM);
                yield stream(id, properties);
            }
            case "Schedule" -> {
                allow(id, node, properties, SCHEDULE);
                yield new EventSpec.Schedule(id, properties.path("Schedule").asText(), text(properties.path("Input")));
            }
            default ->
                throw new TemplateProblem(
                        template.place(node),
                        "event " + id + " has the type \"" + type
                                + "\", which ./bot up does not run. It runs HttpApi, SQS, DynamoDB and Schedule.");
        };
    }

    private static EventSpec stream(String id, JsonNode properties) {
        String stream = properties.path("Stream").asText(); // …:table/NAME/stream/LABEL
        String table = stream.replaceFirst(".*:table/", "").replaceFirst("/stream/.*", "");
        return new EventSpec.Stream(
                id,
                table,
                properties.path("StartingPosition").asText().equals("TRIM_HORIZON"),
                properties.path("BatchSize").asInt(100),
                properties.path("MaximumBatchingWindowInSeconds").asInt(0),
                properties.path("MaximumRetryAttempts").asInt(-1),
                properties.path("BisectBatchOnFunctionError").asBoolean(false),
                reports(properties),
                properties.path("TumblingWindowInSeconds").asInt(0),
                properties
                        .path("FilterCriteria")
                        .path("Filters")
                        .valueStream()
                        .map(filter -> filter.path("Pattern").asText())
                        .toList(),
                text(properties.path("DestinationConfig").path("OnFailure").path("Destination")));
    }

    private static boolean reports(JsonNode properties) {
        return properties.path("FunctionResponseTypes").valueStream().anyMatch(type -> type.asText()
                .equals("ReportBatchItemFailures"));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    private void allow(String id, Node node, JsonNode properties, Set<String> known) {
        properties.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new TemplateProblem(
                        template.place(node), "event " + id + ": ./bot up does not know the property \"" + name + "\"");
            }
        });
    }
}
