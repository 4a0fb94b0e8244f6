package dev.shopbell.local.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.template.LocalAddresses;
import dev.shopbell.local.template.Stack;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.JsonProtocol;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks at queues, and sends dead letters back to where they came from. */
public final class QueueDesk {
    private final List<Stack.Queue> queues;
    private final JsonProtocol sqs;

    /** Works on these queues. */
    public QueueDesk(List<Stack.Queue> queues, JsonProtocol sqs) {
        this.queues = queues;
        this.sqs = sqs;
    }

    /** How many messages wait, are in work, are delayed and are dead, by queue. */
    public ArrayNode describe() throws IOException, InterruptedException {
        ArrayNode all = Json.array();
        for (Stack.Queue queue : queues) {
            JsonNode depths = depths(queue);
            ObjectNode described = all.addObject()
                    .put("id", queue.id())
                    .put("name", queue.name())
                    .put("visible", depths.path("ApproximateNumberOfMessages").asInt())
                    .put(
                            "inFlight",
                            depths.path("ApproximateNumberOfMessagesNotVisible").asInt())
                    .put(
                            "delayed",
                            depths.path("ApproximateNumberOfMessagesDelayed").asInt());
            Optional<Stack.Queue> deadLetters = deadLettersOf(queue);
            if (deadLetters.isPresent()) {
                described.put(
                        "dead",
                        depths(deadLetters.get())
                                .path("ApproximateNumberOfMessages")
                                .asInt());
            }
        }
        return all;
    }

    private JsonNode depths(Stack.Queue queue) throws IOException, InterruptedException {
        ObjectNode request = Json.object().put("QueueUrl", url(queue));
        request.putArray("AttributeNames").add("All");
        return sqs.call("GetQueueAttributes", request).path("Attributes");
    }

    private Optional<Stack.Queue> deadLettersOf(Stack.Queue queue) {
        String policy = queue.attributes().getOrDefault("RedrivePolicy", "{}");
        String arn = Json.parse(policy).path("deadLetterTargetArn").asText();
        return queues.stream().filter(each -> each.arn().equals(arn)).findFirst();
    }

    /**
     * Moves dead letters back.
     *
     * @param name of the queue that they came from, or of the dead-letter queue that they are in; or its logical id
     * @return how many
     * @throws IllegalArgumentException when no such queue has dead letters
     */
    public int redrive(String name) throws IOException, InterruptedException {
        for (Stack.Queue source : queues) {
            Optional<Stack.Queue> deadLetters = deadLettersOf(source);
            if (deadLetters.isPresent() && (is(source, name) || is(deadLetters.get(), name))) {
                return move(deadLetters.get(), source);
            }
        }
        throw new IllegalArgumentException("No queue \"" + name + "\" has dead letters to send back.");
    }

    private static boolean is(Stack.Queue queue, String name) {
        return queue.name().equals(name) || queue.id().equals(name);
    }

    private int move(Stack.Queue from, Stack.Queue to) throws IOException, InterruptedException {
        int moved = 0;
        ObjectNode receive = Json.object().put("QueueUrl", url(from)).put("MaxNumberOfMessages", 10);
        receive.putArray("AttributeNames").add("All");
        receive.putArray("MessageAttributeNames").add("All");
        JsonNode messages = sqs.call("ReceiveMessage", receive).path("Messages");
        while (!messages.isEmpty()) {
            for (JsonNode message : messages) {
                sqs.call("SendMessage", copy(message, to));
                sqs.call(
                        "DeleteMessage",
                        Json.object()
                                .put("QueueUrl", url(from))
                                .put(
                                        "ReceiptHandle",
                                        message.path("ReceiptHandle").asText()));
                moved++;
            }
            messages = sqs.call("ReceiveMessage", receive).path("Messages");
        }
        return moved;
    }

    private static ObjectNode copy(JsonNode message, Stack.Queue to) {
        ObjectNode copy = Json.object()
                .put("QueueUrl", url(to))
                .put("MessageBody", message.path("Body").asText());
        if (message.has("MessageAttributes")) {
            copy.set("MessageAttributes", message.path("MessageAttributes"));
        }
        JsonNode group = message.path("Attributes").path("MessageGroupId");
        if (group.isTextual()) {
            // A fresh id: within five minutes the old one would be dropped as a duplicate.
            copy.put("MessageGroupId", group.asText()).put("MessageDeduplicationId", "redrive-" + UUID.randomUUID());
        }
        return copy;
    }

    private static String url(Stack.Queue queue) {
        return "/" + LocalAddresses.ACCOUNT + "/" + queue.name();
    }
}
