package dev.shopbell.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Not now: the same mail may go through later, so it returns to its mailbox, and its conversation waits behind it. */
public final class RetryableFailure extends RuntimeException {

    private final Duration after;

    /**
     * @param reason for the log; never a customer's words
     * @param after how long to leave it; zero for the mailbox's own back-off
     */
    public RetryableFailure(String reason, Duration after, @Nullable Throwable cause) {
        super(reason, cause);
        this.after = after;
    }

    /** How long to leave it; zero for the mailbox's own back-off. */
    public Duration after() {
        return after;
    }
}
