package dev.shopbell.channels.sms;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.RetryAfter;
import dev.shopbell.channels.SendOutcome;
import dev.shopbell.channels.Transport.Result;
import dev.shopbell.conversation.Remedy;
import java.time.Duration;
import java.util.Set;

/**
 * What Twilio's answer means for a send: the one place where that is decided.
 *
 * <p>Source: twilio.com/docs/api/errors, one page a code ("Requests that receive 429 responses aren't processed and are safe
 * to retry after backing off"); twilio.com/docs/usage/twilios-response for the statuses.
 */
final class TwilioErrors {

    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration BUSY = Duration.ofSeconds(4);

    /**
     * 14107 and 20429 too many requests, 20500 and 20503 Twilio is ill, 21611 the number's queue is full, 30001 queue overflow,
     * 63018 the channel's rate limit; 20003 credentials, which the owner can mend, and then nothing may be lost. Every other
     * code is final: 21211 no such number, 21610 the person
     * opted out, 21408 region not allowed…
     */
    private static final Set<Long> PASSING = Set.of(14107L, 20003L, 20429L, 20500L, 20503L, 21611L, 30001L, 63018L);

    /**
     * What Twilio says later, in a status callback, and what may pass: 30001 queue overflow, 30003 the phone was off ("a one-time
     * downstream issue can cause a transient delivery failure"), 30008 unknown error of the carrier, 30017 congestion of its network,
     * 63012 the channel's own fault, 63018 its rate limit. Not 30410, the carrier's time-out: it "is not retried to avoid duplicate
     * message delivery".
     */
    private static final Set<String> PASSING_LATER = Set.of("30001", "30003", "30008", "30017", "63012", "63018");

    /** "Outside messaging window. For WhatsApp, use a Message Template instead". */
    private static final String WINDOW = "63016";

    private TwilioErrors() {}

    /**
     * What is left to be done for a message that Twilio had taken.
     *
     * @param code as in {@code ErrorCode}; empty if there is none
     */
    static Remedy remedy(String code) {
        if (code.equals(WINDOW)) {
            return Remedy.WAIT_FOR_CUSTOMER;
        }
        return PASSING_LATER.contains(code) ? Remedy.SEND_AGAIN : Remedy.NONE;
    }

    static SendOutcome outcome(Result result) {
        return SendOutcome.of(result, MOMENT, TwilioErrors::answered);
    }

    private static SendOutcome answered(Result.Answered answer) {
        var body = Fields.object(answer.body()).orElse(MissingNode.getInstance());
        if (answer.status() >= 200 && answer.status() < 300) {
            return new SendOutcome.Accepted(Fields.text(body, "sid").orElse(""));
        }
        var code = Fields.number(body, "code");
        var name = code.isPresent() ? Long.toString(code.getAsLong()) : "http." + answer.status();
        var isPassing = code.isPresent() && PASSING.contains(code.getAsLong());
        // A 5xx is answered before a message was created: one that was is answered 201.
        if (isPassing || answer.status() == 429 || answer.status() == 408 || answer.status() >= 500) {
            var byDefault = answer.status() == 429 || isPassing ? BUSY : MOMENT;
            return new SendOutcome.TryAgain(RetryAfter.of(answer.retryAfter(), byDefault), name);
        }
        if (name.equals(WINDOW)) {
            return new SendOutcome.WindowClosed(name);
        }
        return new SendOutcome.GiveUp(
                name, Fields.text(body, "message").orElse("Twilio refused the message without a reason"));
    }
}
