package dev.shopbell.platform;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MessageId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Where mail is put: one FIFO queue, one message group per conversation.
 *
 * <p>The provider's message id is the deduplication id, so that a delivery repeated within SQS' five minutes is one
 * message. Later repetitions are dropped by the conversation itself, which remembers the last ids it handled.
 */
public final class Mailbox {

    /** SQS' own limits for one batch. Source: Amazon SQS developer guide, "Message quotas". */
    private static final int BATCH_MESSAGES = 10;

    private static final int BATCH_BYTES = 1_000_000;

    private final SqsClient sqs;
    private final String queueUrl;

    public Mailbox(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    /**
     * Keeps the mail, in the order given. When this returns, all of it is kept.
     *
     * @throws RetryableFailure if any of it was not: the caller answers 5xx, the provider sends it all again, and what
     *     was kept already is dropped as a duplicate
     */
    public void deliver(List<? extends Mail> mail) {
        var batch = new ArrayList<SendMessageBatchRequestEntry>();
        var bytes = 0;
        for (var one : mail) {
            var entry = entry(one, batch.size());
            var size = entry.messageBody().getBytes(StandardCharsets.UTF_8).length;
            if (batch.size() == BATCH_MESSAGES || (bytes + size > BATCH_BYTES && !batch.isEmpty())) {
                send(batch);
                batch.clear();
                bytes = 0;
                entry = entry(one, 0);
            }
            batch.add(entry);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            send(batch);
        }
    }

    private void send(List<SendMessageBatchRequestEntry> batch) {
        try {
            var answer = sqs.sendMessageBatch(r -> r.queueUrl(queueUrl).entries(batch));
            if (answer.hasFailed() && !answer.failed().isEmpty()) {
                throw new RetryableFailure(
                        "The mailbox refused " + answer.failed().size() + " of " + batch.size() + " messages: "
                                + answer.failed().getFirst().code(),
                        Duration.ZERO,
                        null);
            }
        } catch (SdkException e) {
            throw new RetryableFailure("The mailbox does not answer", Duration.ZERO, e);
        }
    }

    private static SendMessageBatchRequestEntry entry(Mail mail, int index) {
        return SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(index))
                .messageGroupId(group(mail.conversation()))
                .messageDeduplicationId(deduplicationId(mail.id()))
                .messageBody(MailCodec.write(mail))
                .build();
    }

    /**
     * The message group of a conversation. SQS allows 128 letters, digits and marks there, platforms promise nothing:
     * hence a digest. It also keeps phone numbers out of queue attributes.
     */
    static String group(ConversationId conversation) {
        return digest(conversation.toString());
    }

    /** The deduplication id of a message; a digest for the same reasons. */
    static String deduplicationId(MessageId id) {
        return digest(id.value());
    }

    private static String digest(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
