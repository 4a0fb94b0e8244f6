package dev.shopbell.channels;

import dev.shopbell.channels.Transport.Result.Answered;
import dev.shopbell.channels.Transport.Result.NoAnswer;
import dev.shopbell.channels.Transport.Result.NotReached;
import java.time.Duration;
import java.util.function.Function;

/**
 * How a send ended, as far as we can know.
 *
 * <p>A reply may take several requests, its parts. The same reply has the same parts whenever it is written, so that a
 * later send can begin where an earlier one ended: {@code partsSent} counts from the reply's first part, those of earlier
 * sends included.
 */
public sealed interface SendOutcome {

    /**
     * The provider took all of it.
     *
     * @param providerId the provider's id of the last part; empty if it named none
     */
    record Accepted(String providerId) implements SendOutcome {}

    /**
     * It was not sent, or not to its end, and may be later: too many requests, the provider is down or cannot be reached.
     *
     * @param after how long to wait at the least
     * @param code the provider's own, or {@code http.503}, {@code unreachable}
     * @param partsSent parts that are through; the next one was certainly not sent
     */
    record TryAgain(Duration after, String code, int partsSent) implements SendOutcome {

        /** Nothing is through yet. */
        public TryAgain(Duration after, String code) {
            this(after, code, 0);
        }
    }

    /** So long mail waits for a setting that is missing: its owner needs a while, and nothing may be lost meanwhile. */
    Duration UNTIL_SET = Duration.ofSeconds(30);

    /**
     * It cannot be sent before the owner has put a setting there; then it is.
     *
     * @param setting its name
     * @param partsSent as in {@link TryAgain}
     */
    static SendOutcome waitsForSetting(String setting, int partsSent) {
        return new TryAgain(UNTIL_SET, setting + " is not set", partsSent);
    }

    /**
     * It was not sent and never will be: opted out, no such number, content that is not allowed.
     *
     * @param code the provider's own, or {@code http.400}
     * @param reason for the owner, without the message's text
     */
    record GiveUp(String code, String reason) implements SendOutcome {}

    /**
     * It was not sent: the platform takes nothing (or nothing of this kind) before the customer writes. We may know less of its
     * messaging window than it does.
     *
     * @param code the platform's own
     */
    record WindowClosed(String code) implements SendOutcome {}

    /**
     * The request may have arrived: the connection broke or timed out after it was written. Only the provider's later word
     * (an echo, a status) settles it, and that is about the last part only.
     *
     * @param partsSent parts that are through; the fate of the next one is open, those after it were not sent
     */
    record Unknown(String reason, int partsSent) implements SendOutcome {

        /** Nothing is known to be through. */
        public Unknown(String reason) {
            this(reason, 0);
        }
    }

    /**
     * What became of a request means the same on every platform, but for the answer.
     *
     * @param unreached how long to wait where it did not get there
     * @param answered what the platform's answer means
     */
    static SendOutcome of(Transport.Result result, Duration unreached, Function<Answered, SendOutcome> answered) {
        return switch (result) {
            case NotReached(var reason) -> new TryAgain(unreached, "unreachable: " + reason);
            case NoAnswer(var reason) -> new Unknown(reason);
            case Answered answer -> answered.apply(answer);
        };
    }
}
