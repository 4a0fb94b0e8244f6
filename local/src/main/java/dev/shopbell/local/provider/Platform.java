package dev.shopbell.local.provider;

import java.net.URI;
import java.time.Instant;

/** A platform that people are reached through. */
interface Platform {

    /** {@code messenger}, {@code whatsapp}, {@code sms} or {@code aws-sms}. */
    String channel();

    /** The answer to a send on a bad day, with an HTTP status of someone's choosing. */
    Answer failure(int status);

    /** The answer to a send when the person last wrote too long ago; platforms without such a rule just fail. */
    default Answer windowClosed() {
        return failure(400);
    }

    /** The answer to a send when this one person got too much lately; platforms without such a rule refuse as for any speed. */
    default Answer pairExceeded() {
        return failure(429);
    }

    /**
     * What becomes of a send.
     *
     * @param ourself where our webhooks answer, without a last slash
     */
    Verdict send(SendRequest request, URI ourself, Instant now);

    /**
     * Whether a request is no message but a notice beside one (read, typing): nobody waits for it, and so a bad day that was asked for
     * is not spent on it.
     */
    default boolean isNotice(SendRequest request) {
        return false;
    }
}
