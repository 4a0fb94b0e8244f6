package dev.shopbell.channels.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.RetryAfter;
import dev.shopbell.channels.SendOutcome;
import dev.shopbell.channels.Transport.Result;
import dev.shopbell.conversation.Remedy;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What an answer of the Graph API means for a send: the one place where that is decided.
 *
 * <p>Sources: developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (updated 15 May 2026);
 * developers.facebook.com/docs/messenger-platform/error-codes (updated 18 March 2026);
 * developers.facebook.com/docs/graph-api/guides/error-handling.
 */
public final class GraphErrors {

    private static final Duration MOMENT = Duration.ofSeconds(2);
    /** WhatsApp's pair rate is one message in six seconds. */
    private static final Duration PAIR = Duration.ofSeconds(6);

    private static final Duration BUSY = Duration.ofSeconds(4);
    /** The first wait at a limit that lasts; the mailbox doubles it with each attempt. */
    private static final Duration LONG = Duration.ofSeconds(8);

    /** Codes after which the same request may succeed, and when. Every other code is final. */
    private static final Map<Integer, Duration> PASSING = Map.ofEntries(
            Map.entry(1, MOMENT), // unknown error, possibly temporary
            Map.entry(2, MOMENT), // downtime or overload
            Map.entry(4, LONG), // the app's call limit
            Map.entry(17, LONG), // the user's call limit
            Map.entry(32, LONG), // the page's call limit
            // For the owner to mend, and then nothing may be lost: it waits, and ends in the dead letters, to be
            // redriven. 0 and 190: the token expired or was revoked; 131005: a permission is missing; 131042: unpaid.
            Map.entry(0, LONG),
            Map.entry(190, LONG),
            Map.entry(613, BUSY), // calls to this API exceed the rate limit
            Map.entry(1200, MOMENT), // "Temporary send message failure. Please try again later."
            Map.entry(80006, LONG), // Messenger's limit for the page
            Map.entry(80007, LONG), // the WhatsApp business account's limit
            Map.entry(130429, MOMENT), // the number's throughput, 80 messages a second
            Map.entry(131000, MOMENT), // "Something went wrong"
            Map.entry(131005, LONG),
            Map.entry(131016, MOMENT), // service temporarily unavailable
            Map.entry(131042, LONG),
            Map.entry(131048, LONG), // spam rate limit
            Map.entry(131056, PAIR), // too many messages to this one person
            Map.entry(131057, LONG), // account in maintenance
            Map.entry(133004, BUSY)); // server temporarily unavailable

    /** Not a matter of seconds: for the owner to mend, and the limit on what people call spam, which more of it makes no better. */
    private static final Set<Integer> NOT_SOON = Set.of(0, 190, 131005, 131042, 131048);

    /** WhatsApp: "Message failed to send because more than 24 hours have passed since the customer last replied to this number." */
    private static final int WHATSAPP_WINDOW = 131047;

    /** Messenger: "This message is sent outside of allowed window." Code 10 with another subcode is a missing permission. */
    private static final int PERMISSION = 10;

    private static final int MESSENGER_WINDOW = 2018278;

    private GraphErrors() {}

    /**
     * What is left to be done for a message that Meta had taken, by the code in its later word. That word is how a closed window
     * is mostly told: the send itself is answered 200.
     *
     * @param code as in {@code statuses[].errors[].code}; empty if there is none
     */
    public static Remedy remedy(OptionalLong code) {
        if (code.isEmpty()) {
            return Remedy.NONE;
        }
        if (code.getAsLong() == WHATSAPP_WINDOW) {
            return Remedy.WAIT_FOR_CUSTOMER;
        }
        var known = (int) code.getAsLong();
        return PASSING.containsKey(known) && !NOT_SOON.contains(known) ? Remedy.SEND_AGAIN : Remedy.NONE;
    }

    static SendOutcome outcome(Result result) {
        return SendOutcome.of(result, MOMENT, GraphErrors::answered);
    }

    private static SendOutcome answered(Result.Answered answer) {
        var body = Fields.object(answer.body()).orElse(MissingNode.getInstance());
        if (answer.status() >= 200 && answer.status() < 300) {
            var messenger = Fields.text(body, "message_id");
            return new SendOutcome.Accepted(messenger
                    .or(() -> Fields.text(Fields.first(body, "messages"), "id"))
                    .orElse(""));
        }
        var error = body.path("error");
        var code = Fields.number(error, "code");
        var name = code.isPresent() ? Long.toString(code.getAsLong()) : "http." + answer.status();
        var wait = code.isPresent() ? PASSING.get((int) code.getAsLong()) : null;
        if (wait != null || mayPass(answer.status(), error)) {
            return new SendOutcome.TryAgain(RetryAfter.of(answer.retryAfter(), wait == null ? MOMENT : wait), name);
        }
        return isWindow(error) ? new SendOutcome.WindowClosed(name) : new SendOutcome.GiveUp(name, reason(error));
    }

    /**
     * An unnamed 5xx: the gateway in front of the API refused, so the message was not taken. Meta marks errors of its own
     * as {@code is_transient}.
     */
    private static boolean mayPass(int status, JsonNode error) {
        return status == 429 || status == 408 || status >= 500 || Fields.isTrue(error, "is_transient");
    }

    private static boolean isWindow(JsonNode error) {
        var code = error.path("code").asInt();
        return code == WHATSAPP_WINDOW
                || (code == PERMISSION && error.path("error_subcode").asInt() == MESSENGER_WINDOW);
    }

    private static String reason(JsonNode error) {
        var subcode = Fields.text(error, "error_subcode").map(some -> " (subcode " + some + ")");
        return Fields.text(error, "message").orElse("Meta refused the message without a reason") + subcode.orElse("");
    }
}
