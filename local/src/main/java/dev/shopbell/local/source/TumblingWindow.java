package dev.shopbell.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands records to the function by windows of time, with the state that the function returned the time before, and ends
 * each window with an invocation of its own. Source: Lambda developer guide, "Using Lambda to process Amazon DynamoDB
 * streams", "Stateful processing in DynamoDB streams".
 */
final class TumblingWindow {
    private final long seconds;
    private final String shardId;
    private final String streamArn;
    private final StreamDelivery delivery;
    private long start = -1;
    private JsonNode state = Json.object();

    TumblingWindow(long seconds, String shardId, String streamArn, StreamDelivery delivery) {
        this.seconds = seconds;
        this.shardId = shardId;
        this.streamArn = streamArn;
        this.delivery = delivery;
    }

    /** Goes on where it was: {@code start} in epoch seconds, -1 for none. */
    void restore(long windowStart, JsonNode windowState) {
        start = windowStart;
        state = windowState;
    }

    /** The open window's start in epoch seconds, -1 when none is open. */
    long start() {
        return start;
    }

    JsonNode state() {
        return state;
    }

    /** When the open window ends; {@link Instant#MAX} when none is open. */
    Instant end() {
        return start < 0 ? Instant.MAX : Instant.ofEpochSecond(start + seconds);
    }

    void deliver(List<JsonNode> records) throws InterruptedException {
        List<JsonNode> together = new ArrayList<>();
        for (JsonNode record : records) {
            long window = Math.max(start, windowOf(record)); // a late record belongs to the window that is open
            if (window != start) {
                flush(together);
                endWindow();
                start = window;
            }
            together.add(record);
        }
        flush(together);
    }

    private void flush(List<JsonNode> records) throws InterruptedException {
        if (!records.isEmpty()) {
            delivery.deliver(List.copyOf(records), envelope(false));
            records.clear();
        }
    }

    /** Ends the open window, if there is one. */
    void endWindow() throws InterruptedException {
        if (start >= 0) {
            delivery.deliver(List.of(), envelope(true));
            start = -1;
            state = Json.object();
        }
    }

    private long windowOf(JsonNode record) {
        double at = record.path("dynamodb").path("ApproximateCreationDateTime").asDouble();
        return (long) Math.floor(at / seconds) * seconds;
    }

    private StreamDelivery.Envelope envelope(boolean last) {
        return new StreamDelivery.Envelope() {
            @Override
            public ObjectNode event(List<JsonNode> records) {
                ObjectNode event = Json.object();
                event.putArray("Records").addAll(records);
                event.putObject("window")
                        .put("start", Instant.ofEpochSecond(start).toString())
                        .put("end", Instant.ofEpochSecond(start + seconds).toString());
                event.set("state", state);
                return event.put("shardId", shardId)
                        .put("eventSourceARN", streamArn)
                        .put("isFinalInvokeForWindow", last)
                        .put("isWindowTerminatedEarly", false);
            }

            @Override
            public void answered(JsonNode answer) {
                JsonNode returned = answer.path("state");
                state = returned.isObject() ? returned : Json.object();
            }
        };
    }
}
