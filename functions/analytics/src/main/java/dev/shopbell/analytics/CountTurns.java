package dev.shopbell.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.Row;
import dev.shopbell.platform.StreamImage;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Counts a tumbling window of the table stream.
 *
 * <p>Lambda calls it for each batch of the window, carrying the state, and a last time at its end. Only then is anything
 * written, one write an hour and channel, so counting costs a few writes a window, however many turns there were. A batch that is
 * delivered again starts from the state it had before.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-windows.html">Lambda developer guide, "Implementing
 *     stateful DynamoDB stream processing in Lambda"</a>
 */
final class CountTurns {

    private final Counters counters;
    private final WatchTrials trials;
    private final Clock clock;
    private final PrintStream metrics;

    /** @param metrics where CloudWatch's embedded metric lines go: standard output */
    CountTurns(Counters counters, WatchTrials trials, Clock clock, PrintStream metrics) {
        this.counters = counters;
        this.trials = trials;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** @return {@code {"state": …}} for the window's next batch */
    JsonNode run(JsonNode event) {
        var tally = Tally.fromState(event.path("state"));
        for (var streamRecord : event.path("Records")) {
            tally.beginsAt(streamRecord.path("dynamodb").path("SequenceNumber").asText());
            var image = StreamImage.of(streamRecord);
            if (!isTurnChangedLater(streamRecord, image)) {
                tally.add(image);
            }
        }
        var answer = Json.object();
        var hasWindow = event.has("window");
        var ends = event.path("isFinalInvokeForWindow").asBoolean()
                || event.path("isWindowTerminatedEarly").asBoolean();
        if (hasWindow && !ends) {
            answer.set("state", tally.toState());
            return answer;
        }
        if (!tally.isEmpty()) {
            var name = name(event, tally);
            counters.add(name, tally, clock.instant());
            trials.count(tally.sums(), event.path("shardId").asText("batch"), name);
            emit(tally);
        }
        answer.putObject("state");
        return answer;
    }

    /** A lesson was noted in a turn that is counted already. */
    private static boolean isTurnChangedLater(JsonNode streamRecord, Map<String, AttributeValue> image) {
        return streamRecord.path("eventName").asText().equals("MODIFY")
                && new Row(image).text("sk").startsWith("t#");
    }

    /**
     * The same at every redelivery, and of no other part of the stream: records that come late open their window a second
     * time, with another first record.
     */
    private static String name(JsonNode event, Tally tally) {
        return event.path("shardId").asText("batch") + "#"
                + event.path("window").path("start").asText() + "#" + tally.from();
    }

    /** Two metrics without dimensions: ten custom metrics are free, and the counters table knows the rest. */
    private void emit(Tally tally) {
        var sums = new long[2];
        tally.eachTurns((outcome, turns) -> {
            sums[0] += turns;
            sums[1] += outcome.equals("ESCALATED") ? turns : 0;
        });
        var line = Json.object().put("Turns", sums[0]).put("Escalations", sums[1]);
        var aws = line.putObject("_aws").put("Timestamp", clock.millis());
        var directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", "Shopbell");
        directive.putArray("Dimensions").addArray();
        var names = directive.putArray("Metrics");
        names.addObject().put("Name", "Turns").put("Unit", "Count");
        names.addObject().put("Name", "Escalations").put("Unit", "Count");
        metrics.println(Json.write(line));
    }
}
