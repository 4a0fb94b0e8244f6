package dev.shopbell.channels;

import java.time.Duration;

/** How a send ended, as far as we can know. */
public sealed interface SendOutcome {

    /**
     * The provider took it.
     *
     * @param providerId the provider's id of the message; empty if it named none
     */
    record Accepted(String providerId) implements SendOutcome {}

    /**
     * It was not sent, and may be later: too many requests, the provider is down or cannot be reached.
     *
     * @param after how long to wait at the least
     * @param code the provider's own, or {@code http.503}, {@code unreachable}
     */
    record TryAgain(Duration after, String code) implements SendOutcome {}

    /**
     * It was not sent and never will be: opted out, window closed, wrong credentials.
     *
     * @param code the provider's own, or {@code http.400}, {@code settings}
     * @param reason for the owner, without the message's text
     */
    record GiveUp(String code, String reason) implements SendOutcome {}

    /**
     * The request may have arrived: the connection broke or timed out after it was written. Only the provider's later word
     * (an echo, a status) settles it.
     */
    record Unknown(String reason) implements SendOutcome {}
}
