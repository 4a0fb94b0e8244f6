package dev.shopbell.conversation;

import java.time.Instant;

/**
 * A platform's word on one of our replies.
 *
 * @param errorCode the platform's own code for a failure; empty otherwise
 * @param remedy what a failure leaves to be done; {@link Remedy#NONE} otherwise
 */
public record DeliveryReport(ReplyId reply, DeliveryStatus status, Instant at, String errorCode, Remedy remedy) {

    /** A word after which nothing is left to be done. */
    public DeliveryReport(ReplyId reply, DeliveryStatus status, Instant at, String errorCode) {
        this(reply, status, at, errorCode, Remedy.NONE);
    }

    /** The same word, where a failure leaves that to be done. */
    public DeliveryReport with(Remedy other) {
        return status == DeliveryStatus.FAILED ? new DeliveryReport(reply, status, at, errorCode, other) : this;
    }
}
