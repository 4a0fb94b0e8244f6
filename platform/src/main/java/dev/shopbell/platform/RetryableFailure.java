package dev.shopbell.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Not now: the same mail may go through later, so it returns to its mailbox, and its conversation waits behind it. */
public final class RetryableFailure extends RuntimeException {

    private final Duration after;
    private final boolean waiting;

    /**
     * @param reason for the log; never a customer's words
     * @param after how long to leave it at the least; the mailbox's own back-off may be longer
     */
    public RetryableFailure(String reason, Duration after, @Nullable Throwable cause) {
        this(reason, after, cause, false);
    }

    private RetryableFailure(String reason, Duration after, @Nullable Throwable cause, boolean waiting) {
        super(reason, cause);
        this.after = after;
        this.waiting = waiting;
    }

    /** Nothing failed: something is waited for, and looked at again after exactly that time, however often that is. */
    public static RetryableFailure waiting(String reason, Duration after) {
        return new RetryableFailure(reason, after, null, true);
    }

    /** Whether the time is to be kept as it is, without the back-off that grows with the attempts. */
    public boolean isWaiting() {
        return waiting;
    }

    /** How long to leave it at the least; zero if the mailbox may say. */
    public Duration after() {
        return after;
    }
}
