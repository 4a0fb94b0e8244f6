package dev.shopbell.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.template.EventSpec;
import dev.shopbell.local.template.LocalAddresses;
import dev.shopbell.local.wire.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One shard and the delivery of its records, with the position that both leave behind. */
final class ShardReader implements StreamDelivery.Port {
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final EventSpec.Stream spec;
    private final String function;
    private final String streamArn;
    private final Shard shard;
    private final StreamSource.StreamClients clients;
    private final Invoker invoker;
    private final Positions positions;
    private final List<FilterPattern> filters;
    private final StreamDelivery delivery;
    private final Optional<TumblingWindow> window;

    ShardReader(
            EventSpec.Stream spec,
            String function,
            String streamArn,
            String shardId,
            StreamSource.StreamClients clients,
            Invoker invoker,
            Positions positions,
            List<FilterPattern> filters) {
        this.spec = spec;
        this.function = function;
        this.streamArn = StreamSource.arn(spec.table(), streamArn);
        this.clients = clients;
        this.invoker = invoker;
        this.positions = positions;
        this.filters = filters;
        this.delivery = new StreamDelivery(spec, this);
        String name = function + "/" + spec.id() + "/" + shardId;
        JsonNode kept = positions.get(name);
        this.shard = new Shard(streamArn, shardId, clients.streams(), spec, kept);
        if (spec.tumblingWindowSeconds() > 0) {
            var tumbling = new TumblingWindow(spec.tumblingWindowSeconds(), shardId, this.streamArn, delivery);
            tumbling.restore(
                    kept.path("windowStart").asLong(-1),
                    kept.path("windowState").isObject() ? kept.path("windowState") : Json.object());
            this.window = Optional.of(tumbling);
        } else {
            this.window = Optional.empty();
        }
    }

    boolean isFinished() {
        return shard.isFinished() && windowEnd().equals(Instant.MAX);
    }

    Instant windowEnd() {
        return window.map(TumblingWindow::end).orElse(Instant.MAX);
    }

    /** Reads once and delivers what it has read; true when there was something. */
    boolean look() throws IOException, InterruptedException {
        List<JsonNode> read = shard.isFinished() ? List.of() : shard.read();
        List<JsonNode> wanted = new ArrayList<>();
        for (JsonNode record : read) {
            ObjectNode full = complete(record);
            if (filters.isEmpty() || filters.stream().anyMatch(filter -> filter.matches(full))) {
                wanted.add(full);
            }
        }
        if (!wanted.isEmpty()) {
            if (window.isPresent()) {
                window.get().deliver(wanted);
                keep();
            } else {
                delivery.deliver(wanted, plain());
            }
        }
        if (!read.isEmpty()) {
            settled(StreamDelivery.sequence(read.getLast()));
        }
        if (window.isPresent() && !windowEnd().isAfter(Instant.now()) && read.isEmpty()) {
            window.get().endWindow();
            keep();
        }
        return !read.isEmpty();
    }

    private ObjectNode complete(JsonNode record) {
        ObjectNode full = record.deepCopy();
        full.put("eventSourceARN", streamArn);
        full.put("eventSource", "aws:dynamodb").put("eventVersion", "1.1").put("awsRegion", LocalAddresses.REGION);
        clients.expired().mark(spec.table(), full);
        return full;
    }

    private static StreamDelivery.Envelope plain() {
        return new StreamDelivery.Envelope() {
            @Override
            public ObjectNode event(List<JsonNode> records) {
                ObjectNode event = Json.object();
                event.putArray("Records").addAll(records);
                return event;
            }

            @Override
            public void answered(JsonNode answer) {
                // A plain batch has no state to carry on.
            }
        };
    }

    @Override
    public Optional<JsonNode> invoke(ObjectNode event) throws InterruptedException {
        return invoker.invoke(function, event);
    }

    @Override
    public void settled(String sequenceNumber) {
        shard.settledUpTo(sequenceNumber);
        keep();
    }

    private void keep() {
        ObjectNode position = Json.object().put("sequence", shard.settled());
        window.filter(open -> open.start() >= 0)
                .ifPresent(open -> position.put("windowStart", open.start()).set("windowState", open.state()));
        positions.put(function + "/" + spec.id() + "/" + shard.id(), position);
    }

    @Override
    public void giveUp(List<JsonNode> records, int attempts) throws InterruptedException {
        Optional<String> queue = StreamSource.queueName(spec.onFailureArn());
        if (queue.isEmpty() || records.isEmpty()) {
            return;
        }
        ObjectNode notice = GivenUp.notice(function, streamArn, shard.id(), records, attempts);
        try {
            clients.queues()
                    .call(
                            "SendMessage",
                            Json.object()
                                    .put("QueueUrl", "/" + LocalAddresses.ACCOUNT + "/" + queue.get())
                                    .put("MessageBody", notice.toString()));
        } catch (IOException lost) {
            System.err.println(
                    "Given-up records of " + function + " could not be told to " + queue.get() + ": " + lost);
        }
    }

    @Override
    public void pause(int attempt) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt - 1, 6)));
    }
}
