package dev.shopbell.engine;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The other engine did not answer. Its message says what is wrong, where, and the mend; it never quotes a customer. */
public final class EngineTrouble extends RuntimeException {

    private final Kind kind;

    /** What is counted. */
    public enum Kind {
        /** No answer within the limit. */
        TIMEOUT,
        /** More requests than the service lets this account make. */
        THROTTLED,
        /** Credentials or permissions. */
        DENIED,
        /** The service does not know the bot, the alias, the locale or the model, or refuses the request as it is. */
        MISCONFIGURED,
        /** The service failed, or could not be reached. */
        BROKEN,
        /** An answer that is not of the documented form. */
        UNREADABLE;

        /** As counters and callers have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    EngineTrouble(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
