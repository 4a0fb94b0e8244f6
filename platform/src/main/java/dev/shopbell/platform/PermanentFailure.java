package dev.shopbell.platform;

import org.jspecify.annotations.Nullable;

/** Never: trying again changes nothing. The mail ends in the dead-letter queue, visible and redrivable. */
public final class PermanentFailure extends RuntimeException {

    /** @param reason for the log; never a customer's words */
    public PermanentFailure(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
