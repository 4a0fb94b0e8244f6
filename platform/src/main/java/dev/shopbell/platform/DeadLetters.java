package dev.shopbell.platform;

import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Where mail goes that we fail at. The queue itself moves there what was received too often; but that number must be great, since
 * each look at a provider that is down counts as one. What fails by our own fault would hold up its conversation as long, so it is
 * put there by hand, much sooner.
 */
public final class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class.getName());

    private final Supplier<SqsClient> sqs;
    private final String queueUrl;

    /** @param queueUrl a FIFO queue */
    public DeadLetters(Supplier<SqsClient> sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    /**
     * Lays a message there, in its conversation's order.
     *
     * @param deduplicationId as it had it in the mailbox, so that it lies there once
     * @return whether it lies there; if not it must stay in the mailbox
     */
    boolean take(String group, String deduplicationId, String body) {
        try {
            sqs.get().sendMessage(r -> r.queueUrl(queueUrl)
                    .messageGroupId(group)
                    .messageDeduplicationId(deduplicationId)
                    .messageBody(body));
            return true;
        } catch (SdkException e) {
            LOG.log(Level.WARNING, "A message could not be laid among the dead letters; it stays in the mailbox", e);
            return false;
        }
    }
}
