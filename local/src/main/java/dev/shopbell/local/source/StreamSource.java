package dev.shopbell.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.template.EventSpec;
import dev.shopbell.local.template.LocalAddresses;
import dev.shopbell.local.wire.Background;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.JsonProtocol;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Follows a table's stream. It looks when something was written, told by the proxy before the table, and otherwise only
 * every few seconds: an idle stream costs nothing here.
 */
public final class StreamSource implements EventSource {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final EventSpec.Stream spec;
    private final String function;
    private final StreamClients clients;
    private final Invoker invoker;
    private final Positions positions;
    private final Background background;
    private final List<FilterPattern> filters;
    private final Semaphore written = new Semaphore(1);
    private final Map<String, ShardReader> shards = new LinkedHashMap<>();
    private String streamArn = "";
    private volatile boolean running = true;
    private volatile String state = "polling";

    /** The engine's clients that a stream needs. */
    public record StreamClients(JsonProtocol tables, JsonProtocol streams, JsonProtocol queues, ExpiredItems expired) {}

    /** A source of the function. */
    public StreamSource(
            EventSpec.Stream spec,
            String function,
            StreamClients clients,
            Invoker invoker,
            Positions positions,
            Background background) {
        this.spec = spec;
        this.function = function;
        this.clients = clients;
        this.invoker = invoker;
        this.positions = positions;
        this.background = background;
        this.filters = spec.filters().stream().map(FilterPattern::new).toList();
    }

    /** Something was written to some table. */
    public void poke() {
        if (written.availablePermits() == 0) {
            written.release();
        }
    }

    @Override
    public void start() {
        background.run(this::follow);
    }

    private void follow() {
        try {
            while (running) {
                boolean more = look();
                if (!more) {
                    TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
                    Duration wait = untilNextLook();
                    if (written.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                        written.drainPermits();
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration untilNextLook() {
        Duration wait = IDLE;
        for (ShardReader shard : shards.values()) {
            Instant end = shard.windowEnd();
            if (end.isBefore(Instant.MAX)) {
                Duration left = Duration.between(Instant.now(), end);
                wait = left.isNegative() ? Duration.ZERO : left.compareTo(wait) < 0 ? left : wait;
            }
        }
        return wait;
    }

    /** Whether there was something, so that there may be more. */
    private boolean look() throws InterruptedException {
        boolean more = false;
        try {
            if (shards.isEmpty() || shards.values().stream().anyMatch(ShardReader::isFinished)) {
                discover();
            }
            for (ShardReader shard : List.copyOf(shards.values())) {
                if (!shard.isFinished()) {
                    more |= shard.look();
                }
            }
            state = "polling";
        } catch (IOException trouble) {
            state = "trouble: " + trouble.getMessage();
        }
        return more;
    }

    private void discover() throws IOException, InterruptedException {
        if (streamArn.isEmpty()) {
            streamArn = clients.tables()
                    .call("DescribeTable", Json.object().put("TableName", spec.table()))
                    .path("Table")
                    .path("LatestStreamArn")
                    .asText();
        }
        JsonNode description = clients.streams()
                .call("DescribeStream", Json.object().put("StreamArn", streamArn))
                .path("StreamDescription");
        List<String> present = new ArrayList<>();
        for (JsonNode shard : description.path("Shards")) { // parents come before their children
            String id = shard.path("ShardId").asText();
            present.add(id);
            shards.computeIfAbsent(
                    id,
                    fresh -> new ShardReader(spec, function, streamArn, fresh, clients, invoker, positions, filters));
        }
        shards.keySet().retainAll(present);
    }

    @Override
    public JsonNode describe() {
        ObjectNode description = Json.object()
                .put("type", "dynamodb stream")
                .put("from", spec.table())
                .put("function", function)
                .put("state", state);
        return description;
    }

    @Override
    public void stop() {
        running = false;
        poke();
    }

    /** The ARN under which a function knows the stream. */
    static String arn(String table, String streamArn) {
        String label = streamArn.substring(streamArn.lastIndexOf('/') + 1);
        return LocalAddresses.arn("dynamodb", "table/" + table + "/stream/" + label);
    }

    static Optional<String> queueName(Optional<String> arn) {
        return arn.map(text -> text.substring(text.lastIndexOf(':') + 1));
    }
}
