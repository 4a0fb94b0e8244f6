package dev.shopbell.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.engine.Meters;
import dev.shopbell.local.template.EventSpec;
import dev.shopbell.local.template.LocalAddresses;
import dev.shopbell.local.wire.Background;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.JsonProtocol;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Polls a queue and invokes the function with batches. A batch is deleted when the function has handled it; what failed
 * comes back when its visibility timeout ends. Source: Lambda developer guide, "Using Lambda with Amazon SQS".
 *
 * <p>The order in a group is the queue's own doing: it gives out nothing of a group that somebody still works on.
 */
public final class QueueSource implements EventSource {
    private static final int LONG_POLL_SECONDS = 20;
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(1);

    private final EventSpec.Queue spec;
    private final String function;
    private final String queueName;
    private final JsonProtocol queues;
    private final Invoker invoker;
    private final Background background;
    private final Meters meters;
    private final AtomicInteger inWork = new AtomicInteger();
    private final Semaphore free;
    private volatile boolean running = true;
    private volatile String state = "polling";

    /** A source of the function. */
    public QueueSource(
            EventSpec.Queue spec,
            String function,
            JsonProtocol queues,
            Invoker invoker,
            Background background,
            Meters meters) {
        this.spec = spec;
        this.free = new Semaphore(spec.concurrency());
        this.function = function;
        this.queueName = spec.queueArn().substring(spec.queueArn().lastIndexOf(':') + 1);
        this.queues = queues;
        this.invoker = invoker;
        this.background = background;
        this.meters = meters;
    }

    @Override
    public void start() {
        background.run(this::poll);
    }

    private void poll() {
        while (running) {
            try {
                free.acquire();
                JsonNode batch = receive(LONG_POLL_SECONDS);
                if (batch.isEmpty()) {
                    free.release();
                } else {
                    background.run(() -> work(batch));
                }
                state = "polling";
            } catch (IOException trouble) {
                free.release();
                state = "trouble: " + trouble.getMessage();
                background.after(PAUSE_AFTER_TROUBLE, this::poll);
                return;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Handles a batch and then whatever its end has made available: the next messages of the same groups. */
    private void work(JsonNode first) {
        try {
            JsonNode batch = first;
            while (running && !batch.isEmpty()) {
                inWork.incrementAndGet();
                try {
                    handle(batch);
                } finally {
                    inWork.decrementAndGet();
                }
                batch = receive(0);
            }
        } catch (IOException trouble) {
            state = "trouble: " + trouble.getMessage();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            free.release();
        }
    }

    private void handle(JsonNode batch) throws IOException, InterruptedException {
        ArrayNode records = Json.array();
        batch.forEach(message -> records.add(SqsRecord.of(message, spec.queueArn())));
        ObjectNode event = Json.object().set("Records", records);
        Optional<JsonNode> answer = invoker.invoke(function, event);
        if (answer.isEmpty()) {
            return;
        }
        List<String> ids = batch.valueStream()
                .map(message -> message.path("MessageId").asText())
                .toList();
        Optional<Set<String>> failed =
                spec.reportsFailures() ? BatchFailures.of(answer.get(), ids) : Optional.of(Set.of());
        if (failed.isPresent()) {
            delete(batch, failed.get());
        }
    }

    private void delete(JsonNode batch, Set<String> except) throws IOException, InterruptedException {
        ObjectNode request = Json.object().put("QueueUrl", url());
        ArrayNode entries = request.putArray("Entries");
        for (JsonNode message : batch) {
            if (!except.contains(message.path("MessageId").asText())) {
                entries.addObject()
                        .put("Id", Integer.toString(entries.size()))
                        .put("ReceiptHandle", message.path("ReceiptHandle").asText());
            }
        }
        if (!entries.isEmpty()) {
            meters.add(1, "pollers", queueName, "DeleteMessageBatch");
            queues.call("DeleteMessageBatch", request);
        }
    }

    private JsonNode receive(int waitSeconds) throws IOException, InterruptedException {
        ObjectNode request = Json.object()
                .put("QueueUrl", url())
                .put("MaxNumberOfMessages", Math.min(10, spec.batchSize()))
                .put("WaitTimeSeconds", waitSeconds);
        request.putArray("AttributeNames").add("All");
        request.putArray("MessageSystemAttributeNames").add("All");
        request.putArray("MessageAttributeNames").add("All");
        // AWS' pollers have their next long poll under way when a batch has ended, which is counted as the next
        // batch's; ours
        // asks once more between, because this queue does not tell a poll that waits of a group that has become free.
        meters.add(1, "pollers", queueName, waitSeconds > 0 ? "ReceiveMessage" : "AskedAgain");
        return queues.call("ReceiveMessage", request).path("Messages");
    }

    private String url() {
        return "/" + LocalAddresses.ACCOUNT + "/" + queueName;
    }

    @Override
    public JsonNode describe() {
        return Json.object()
                .put("type", "sqs")
                .put("from", queueName)
                .put("function", function)
                .put("batchesInWork", inWork.get())
                .put("state", state);
    }

    @Override
    public void stop() {
        running = false;
    }
}
