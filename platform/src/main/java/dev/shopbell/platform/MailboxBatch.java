package dev.shopbell.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.conversation.Mail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;

/**
 * One batch of mail: conversations side by side, the mail of one conversation in order. When a message fails, it and all
 * that is behind it in its conversation go back to the queue, unseen for a while; the others are done. Whatever is waited for (a
 * provider, a table) is waited for patiently: hours pass before the queue gives up. What fails by our own fault is given up soon.
 *
 * <p>Source: AWS Lambda developer guide, "Reporting batch item failures for Lambda functions with an Amazon SQS
 * trigger": for FIFO queues, stop at the first failure of a group and report it and everything after it.
 */
public final class MailboxBatch {

    private static final Logger LOG = Logger.getLogger(MailboxBatch.class.getName());

    /** So often mail may fail by our own fault before it goes to the dead letters: some four minutes. */
    private static final int OWN_FAULTS = 10;

    /** The longest wait between two tries. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Not started with less time left than this: a turn that is killed half-way must be settled, which takes longer. */
    private static final long SPARE_MILLIS = 10_000;

    private final Supplier<SqsClient> sqs;
    private final String queueUrl;
    private final DeadLetters deadLetters;
    private final Recipient recipient;

    /** Whoever takes mail; throws {@link RetryableFailure} or {@link PermanentFailure}, or any other defect. */
    public interface Recipient {
        /** @param attempt 1 for the first time, counting up with each redelivery */
        void take(Mail mail, int attempt);
    }

    /**
     * @param sqs made when something is to be postponed: a cold start does without it
     * @param deadLetters where mail goes that we fail at
     */
    public MailboxBatch(Supplier<SqsClient> sqs, String queueUrl, DeadLetters deadLetters, Recipient recipient) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.deadLetters = deadLetters;
        this.recipient = recipient;
    }

    /**
     * Works through an SQS event.
     *
     * @param remainingMillis how long the invocation may still run
     * @return {@code {"batchItemFailures":[{"itemIdentifier":…}]}}
     */
    public JsonNode run(JsonNode event, LongSupplier remainingMillis) {
        var groups = new LinkedHashMap<String, List<Letter>>();
        for (var sqsRecord : event.path("Records")) {
            var letter = Letter.of(sqsRecord);
            groups.computeIfAbsent(letter.group, g -> new ArrayList<>()).add(letter);
        }
        var failed = groups.size() == 1
                ? take(groups.values().iterator().next(), remainingMillis)
                : takeSideBySide(groups, remainingMillis);
        postpone(failed);
        ObjectNode answer = Json.object();
        var failures = answer.putArray("batchItemFailures");
        failed.forEach((letter, delay) -> failures.addObject().put("itemIdentifier", letter.messageId));
        return answer;
    }

    private Map<Letter, Duration> takeSideBySide(Map<String, List<Letter>> groups, LongSupplier remainingMillis) {
        var failed = new LinkedHashMap<Letter, Duration>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Map<Letter, Duration>>>();
            for (var letters : groups.values()) {
                Callable<Map<Letter, Duration>> task = () -> take(letters, remainingMillis);
                running.add(threads.submit(task));
            }
            for (var one : running) {
                failed.putAll(one.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while taking mail", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A conversation's mail ended the batch", e);
        }
        return failed;
    }

    /** The mail of one conversation, in order, until one fails; the failed one and all behind it, with their delay. */
    private Map<Letter, Duration> take(List<Letter> letters, LongSupplier remainingMillis) {
        for (int i = 0; i < letters.size(); i++) {
            var letter = letters.get(i);
            var delay = remainingMillis.getAsLong() < SPARE_MILLIS ? Duration.ZERO : takeOne(letter);
            if (delay != null) {
                var failed = new LinkedHashMap<Letter, Duration>();
                for (var behind : letters.subList(i, letters.size())) {
                    failed.put(behind, delay);
                }
                return failed;
            }
        }
        return Map.of();
    }

    private @Nullable Duration takeOne(Letter letter) {
        try {
            recipient.take(MailCodec.read(letter.body), letter.attempt);
            return null;
        } catch (RetryableFailure e) {
            LOG.log(Level.INFO, "Returned to the mailbox, attempt {0}: {1}", new Object[] {
                letter.attempt, e.getMessage()
            });
            return shorter(e.isWaiting() ? e.after() : longer(e.after(), backOff(letter.attempt)), LONGEST);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "Mail failed, attempt " + letter.attempt, e);
            var givenUp =
                    letter.attempt >= OWN_FAULTS && deadLetters.take(letter.group, letter.deduplicationId, letter.body);
            return givenUp ? null : backOff(letter.attempt);
        }
    }

    /** 1, 2, 4, 8 … seconds, at most a minute. Spread by the group already: every conversation waits by its own clock. */
    static Duration backOff(int attempt) {
        return shorter(Duration.ofSeconds(1L << Math.min(attempt - 1, 10)), LONGEST);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * Brings the failed mail back after its delay rather than after the queue's visibility time-out. All of a
     * conversation by the same delay: its first letter must not be overtaken. If this fails, the time-out does it.
     */
    private void postpone(Map<Letter, Duration> failed) {
        if (failed.isEmpty()) {
            return;
        }
        var entries = new ArrayList<ChangeMessageVisibilityBatchRequestEntry>();
        failed.forEach((letter, delay) -> entries.add(ChangeMessageVisibilityBatchRequestEntry.builder()
                .id(Integer.toString(entries.size()))
                .receiptHandle(letter.receiptHandle)
                .visibilityTimeout((int) delay.toSeconds())
                .build()));
        try {
            sqs.get().changeMessageVisibilityBatch(r -> r.queueUrl(queueUrl).entries(entries));
        } catch (SdkException e) {
            LOG.log(Level.WARNING, "The back-off could not be set; the visibility time-out brings the mail back", e);
        }
    }

    private record Letter(
            String messageId, String receiptHandle, String group, String deduplicationId, int attempt, String body) {
        static Letter of(JsonNode sqsRecord) {
            var attributes = sqsRecord.path("attributes");
            return new Letter(
                    sqsRecord.path("messageId").asText(),
                    sqsRecord.path("receiptHandle").asText(),
                    attributes.path("MessageGroupId").asText(),
                    attributes.path("MessageDeduplicationId").asText(),
                    Math.max(1, attributes.path("ApproximateReceiveCount").asInt()),
                    sqsRecord.path("body").asText());
        }
    }
}
