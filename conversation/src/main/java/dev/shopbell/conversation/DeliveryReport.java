package dev.shopbell.conversation;

import java.time.Instant;

/**
 * A platform's word on one of our replies.
 *
 * @param errorCode the platform's own code for a failure; empty otherwise
 */
public record DeliveryReport(ReplyId reply, DeliveryStatus status, Instant at, String errorCode) {}
