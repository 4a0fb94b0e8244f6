package dev.shopbell.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.template.EventSpec;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.JsonProtocol;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one shard of a stream from where it was left. */
final class Shard {
    private final String streamArn;
    private final String id;
    private final JsonProtocol streams;
    private final boolean fromTrimHorizon;
    private @Nullable String iterator;
    private String settled;
    private boolean finished;

    Shard(String streamArn, String id, JsonProtocol streams, EventSpec.Stream spec, JsonNode position) {
        this.streamArn = streamArn;
        this.id = id;
        this.streams = streams;
        this.fromTrimHorizon = spec.fromTrimHorizon();
        this.settled = position.path("sequence").asText();
    }

    String id() {
        return id;
    }

    boolean isFinished() {
        return finished;
    }

    void settledUpTo(String sequence) {
        settled = sequence;
    }

    String settled() {
        return settled;
    }

    /** The next records, up to 1,000; none when there is nothing new. */
    List<JsonNode> read() throws IOException, InterruptedException {
        String from = iterator == null ? open() : iterator;
        JsonNode page;
        try {
            page = streams.call(
                    "GetRecords", Json.object().put("ShardIterator", from).put("Limit", 1000));
        } catch (JsonProtocol.ServiceFailure refused) {
            iterator = null; // expired, most likely: opened anew the next time
            throw refused;
        }
        JsonNode next = page.path("NextShardIterator");
        iterator = next.isTextual() ? next.asText() : null;
        finished = iterator == null;
        List<JsonNode> records = new ArrayList<>();
        page.path("Records").forEach(records::add);
        return records;
    }

    private String open() throws IOException, InterruptedException {
        ObjectNode request = Json.object().put("StreamArn", streamArn).put("ShardId", id);
        if (settled.isEmpty()) {
            request.put("ShardIteratorType", fromTrimHorizon ? "TRIM_HORIZON" : "LATEST");
        } else {
            request.put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER").put("SequenceNumber", settled);
        }
        return Optional.ofNullable(streams.call("GetShardIterator", request)
                        .path("ShardIterator")
                        .textValue())
                .orElseThrow(() -> new IOException("the stream gave no iterator for shard " + id));
    }
}
