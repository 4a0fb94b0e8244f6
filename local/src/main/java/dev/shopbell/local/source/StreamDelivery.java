package dev.shopbell.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.template.EventSpec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Gets the records of one shard to the function, in order: a batch at a time, again when it failed, in halves where the
 * source bisects, from the first failed record where the function names it, until the tries are used up. Source: Lambda
 * developer guide, "Retain discarded records for a DynamoDB event source", "Configuring partial batch response with
 * DynamoDB and Lambda".
 */
final class StreamDelivery {
    private final EventSpec.Stream spec;
    private final Port port;

    /** What the delivery needs of the world. */
    interface Port {
        /** Invokes the function; empty when it failed. */
        Optional<JsonNode> invoke(ObjectNode event) throws InterruptedException;

        /** Everything up to and with this record is settled. */
        void settled(String sequenceNumber);

        /** These records are given up. */
        void giveUp(List<JsonNode> records, int attempts) throws InterruptedException;

        /** Waits before the next try. */
        void pause(int attempt) throws InterruptedException;
    }

    /** How a batch becomes an event, and what is made of the function's answer. */
    interface Envelope {
        ObjectNode event(List<JsonNode> records);

        void answered(JsonNode answer);
    }

    private record Work(List<JsonNode> records, int attempts) {}

    StreamDelivery(EventSpec.Stream spec, Port port) {
        this.spec = spec;
        this.port = port;
    }

    /** Delivers records that belong together, and returns when they are settled one way or the other. */
    void deliver(List<JsonNode> records, Envelope envelope) throws InterruptedException {
        Deque<Work> left = new ArrayDeque<>();
        int size = Math.max(1, spec.batchSize());
        for (int from = 0; from < records.size(); from += size) {
            left.addLast(new Work(records.subList(from, Math.min(records.size(), from + size)), 0));
        }
        if (records.isEmpty()) {
            left.addLast(new Work(List.of(), 0)); // the end of a window
        }
        while (!left.isEmpty()) {
            Work work = left.removeFirst();
            Optional<JsonNode> answer = port.invoke(envelope.event(work.records()));
            OptionalInt failedFrom = answer.isPresent() ? firstFailed(answer.get(), work.records()) : OptionalInt.of(0);
            if (failedFrom.isEmpty()) {
                envelope.answered(answer.orElseThrow());
                settle(work.records());
            } else {
                tryAgain(work, failedFrom.getAsInt(), left);
            }
        }
    }

    private void tryAgain(Work work, int failedFrom, Deque<Work> left) throws InterruptedException {
        List<JsonNode> records = work.records();
        settle(records.subList(0, failedFrom));
        List<JsonNode> failed = records.subList(failedFrom, records.size());
        int attempts = work.attempts() + 1;
        if (failedFrom == 0 && spec.bisects() && failed.size() > 1) {
            // A split costs none of the tries.
            int half = failed.size() / 2;
            left.addFirst(new Work(failed.subList(half, failed.size()), work.attempts()));
            left.addFirst(new Work(failed.subList(0, half), work.attempts()));
        } else if (spec.maxRetries() >= 0 && attempts > spec.maxRetries()) {
            port.giveUp(failed, attempts);
            settle(failed);
        } else {
            port.pause(attempts);
            left.addFirst(new Work(failed, attempts));
        }
    }

    private void settle(List<JsonNode> records) {
        if (!records.isEmpty()) {
            port.settled(sequence(records.getLast()));
        }
    }

    private OptionalInt firstFailed(JsonNode answer, List<JsonNode> records) {
        if (!spec.reportsFailures()) {
            return OptionalInt.empty();
        }
        List<String> sequences = records.stream().map(StreamDelivery::sequence).toList();
        Optional<Set<String>> failed = BatchFailures.of(answer, sequences);
        if (failed.isEmpty()) {
            return OptionalInt.of(0);
        }
        return IntStream.range(0, sequences.size())
                .filter(i -> failed.get().contains(sequences.get(i)))
                .findFirst();
    }

    static String sequence(JsonNode record) {
        return record.path("dynamodb").path("SequenceNumber").asText();
    }
}
