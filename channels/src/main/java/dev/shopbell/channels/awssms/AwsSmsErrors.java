package dev.shopbell.channels.awssms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.RetryAfter;
import dev.shopbell.channels.SendOutcome;
import dev.shopbell.channels.Transport.Result;
import java.time.Duration;
import java.util.Optional;

/**
 * What AWS' answer means for a send: the one place where that is decided.
 *
 * <p>Source: docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2, "SendTextMessage", "Errors", and "Common Errors".
 */
final class AwsSmsErrors {

    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration BUSY = Duration.ofSeconds(4);

    /** What the owner has to mend, nothing may be lost by: a spending limit, a permission that is missing. */
    private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);

    private AwsSmsErrors() {}

    static SendOutcome outcome(Result result) {
        return SendOutcome.of(result, MOMENT, AwsSmsErrors::answered);
    }

    private static SendOutcome answered(Result.Answered answer) {
        var body = Fields.object(answer.body()).orElse(MissingNode.getInstance());
        if (answer.status() >= 200 && answer.status() < 300) {
            return new SendOutcome.Accepted(Fields.text(body, "MessageId").orElse(""));
        }
        var error = error(body);
        var code = Fields.text(body, "Reason").or(() -> error).orElse("http." + answer.status());
        return wait(error.orElse(""), answer.status())
                .<SendOutcome>map(wait -> new SendOutcome.TryAgain(RetryAfter.of(answer.retryAfter(), wait), code))
                .orElseGet(() -> new SendOutcome.GiveUp(code, reason(body)));
    }

    /** How long to wait before the next try; empty if there is to be none. */
    private static Optional<Duration> wait(String error, int status) {
        return switch (error) {
            case "ThrottlingException", "Throttling", "RequestThrottled", "TooManyRequestsException" ->
                Optional.of(BUSY);
            case "InternalServerException", "InternalFailure", "ServiceUnavailable", "RequestExpired" ->
                Optional.of(MOMENT);
            case "ServiceQuotaExceededException",
                    "AccessDeniedException",
                    "ExpiredTokenException",
                    "IncompleteSignature",
                    "InvalidClientTokenId",
                    "InvalidSignatureException",
                    "MissingAuthenticationTokenException",
                    "NotAuthorized",
                    "OptInRequired",
                    "UnrecognizedClientException" -> Optional.of(UNTIL_MENDED);
            // Opted out, blocked, no such number, not a number: it will not be otherwise next time.
            case "ConflictException", "ResourceNotFoundException", "ValidationException" -> Optional.empty();
            // A 5xx is answered before a message was created: one that was is answered 200.
            default ->
                status == 429
                        ? Optional.of(BUSY)
                        : status == 408 || status >= 500 ? Optional.of(MOMENT) : Optional.empty();
        };
    }

    /** {@code com.amazonaws…#ConflictException} says the same as {@code ConflictException:http://…}. */
    private static Optional<String> error(JsonNode body) {
        return Fields.text(body, "__type")
                .map(type -> type.substring(type.indexOf('#') + 1).replaceFirst(":.*", ""));
    }

    private static String reason(JsonNode body) {
        return Fields.text(body, "Message")
                .or(() -> Fields.text(body, "message"))
                .orElse("AWS refused the message without a reason");
    }
}
