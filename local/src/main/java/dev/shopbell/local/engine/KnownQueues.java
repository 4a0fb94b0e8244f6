package dev.shopbell.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.JsonProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * The queues that were there the last time. ElasticMQ brings kept queues back after it says that it has started; a queue
 * that is created meanwhile would take the place of the one that holds messages.
 */
final class KnownQueues {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long BETWEEN_LOOKS_MILLIS = 50;

    private final Path file;
    private final Set<String> names;

    KnownQueues(Path file) throws IOException {
        this.file = file;
        this.names = new TreeSet<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
    }

    /** Waits until all of them are back. */
    void await(JsonProtocol sqs) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!present(sqs).containsAll(names)) {
            if (Instant.now().isAfter(end)) {
                throw new IOException("the queues kept in " + file.getParent() + " did not come back: " + names);
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    private static Set<String> present(JsonProtocol sqs) throws IOException, InterruptedException {
        Set<String> present = new TreeSet<>();
        for (JsonNode url : sqs.call("ListQueues", Json.object()).path("QueueUrls")) {
            present.add(url.asText().substring(url.asText().lastIndexOf('/') + 1));
        }
        return present;
    }

    void remember(String name) throws IOException {
        if (names.add(name)) {
            Files.write(file, names);
        }
    }
}
