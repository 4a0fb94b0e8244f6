package dev.shopbell.channels.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.RetryAfter;
import dev.shopbell.channels.SendOutcome;
import dev.shopbell.channels.Transport.Result;
import java.time.Duration;
import java.util.Optional;

/**
 * What an answer of Telegram means for a send. Sources: core.telegram.org/bots/api, "Making requests" and "ResponseParameters"
 * (retry_after); core.telegram.org/bots/faq, "My bot is hitting limits" (one message a second to a chat).
 */
final class TelegramErrors {

    private static final Duration MOMENT = Duration.ofSeconds(2);
    /** The token was revoked: for the owner to mend, and then nothing may be lost. */
    private static final Duration LONG = Duration.ofSeconds(8);

    private TelegramErrors() {}

    static SendOutcome outcome(Result result) {
        return SendOutcome.of(result, MOMENT, TelegramErrors::answered);
    }

    private static SendOutcome answered(Result.Answered answer) {
        var body = Fields.object(answer.body()).orElse(MissingNode.getInstance());
        var status = answer.status();
        if (status >= 200 && status < 300) {
            return new SendOutcome.Accepted(
                    Fields.text(body, "result", "message_id").orElse(""));
        }
        var code = "http." + status;
        if (status == 401 || status == 404) {
            return new SendOutcome.TryAgain(LONG, code); // Telegram says so of a token that it does not know
        }
        if (status == 429 || status >= 500) {
            var asked = Fields.text(body, "parameters", "retry_after");
            return new SendOutcome.TryAgain(RetryAfter.of(asked.or(answer::retryAfter), MOMENT), code);
        }
        return new SendOutcome.GiveUp(code, why(body).orElse("Telegram refused the message without a reason"));
    }

    private static Optional<String> why(JsonNode body) {
        return Fields.text(body, "description");
    }
}
