package dev.shopbell.local.provider;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** A platform that people are reached through. */
interface Platform {

    /** {@code messenger}, {@code whatsapp}, {@code sms} or {@code aws-sms}. */
    String channel();

    /** The answer to a send on a bad day, with an HTTP status of someone's choosing. */
    Answer failure(int status);

    /** How a send is refused when the person last wrote too long ago. */
    sealed interface Window {
        /** In the answer. */
        record Says(Answer answer) implements Window {}

        /** The message is taken, and fails afterwards by this code. */
        record Later(String code) implements Window {}
    }

    /** What becomes of a send when the person last wrote too long ago; platforms without such a rule just fail. */
    default Window windowClosed() {
        return new Window.Says(failure(400));
    }

    /** Whether a send goes through a window that is closed: a template, a person's answer. */
    default boolean isForClosedWindow(SendRequest request) {
        return false;
    }

    /**
     * The platform's later word that a message could not be brought; empty if it never says so, or has nowhere to.
     *
     * @param code its own
     */
    default Optional<Callback> failed(Sent sent, String code, URI ourself, Instant now) {
        return Optional.empty();
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
