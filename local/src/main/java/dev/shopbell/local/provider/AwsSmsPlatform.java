package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * AWS End User Messaging SMS. Source: docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2, "SendTextMessage" (fields,
 * limits, errors). That a request is signed is asked, for which service too; the signature itself is not computed again.
 */
final class AwsSmsPlatform implements Platform {
    private static final int MAX_BODY = 1_600;
    private static final int MAX_CONTEXT = 5;
    private static final int MAX_CONTEXT_VALUE = 800;

    private final Supplier<String> topicArn;
    private final SnsKey key;

    /** @param topicArn to which events go */
    AwsSmsPlatform(Supplier<String> topicArn, SnsKey key) {
        this.topicArn = topicArn;
        this.key = key;
    }

    @Override
    public String channel() {
        return "aws-sms";
    }

    @Override
    public Answer failure(int status) {
        return switch (status) {
            case 429 -> error(429, "ThrottlingException", "Rate exceeded", "");
            case 403 -> error(403, "AccessDeniedException", "Not authorized", "INSUFFICIENT_ACCOUNT_REPUTATION");
            case 400 -> error(400, "ConflictException", "Destination opted out", "DESTINATION_PHONE_NUMBER_OPTED_OUT");
            default -> error(status, "InternalServerException", "Internal server error", "");
        };
    }

    @Override
    public Verdict send(SendRequest request, URI ourself, Instant now) {
        if (!request.authorization()
                .matches("AWS4-HMAC-SHA256 Credential=[^/]+/[0-9]{8}/[^/]+/sms-voice/aws4_request.*")) {
            return refused(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
        }
        JsonNode body;
        try {
            body = Json.read(request.body());
        } catch (IOException e) {
            return refused(400, "SerializationException", "The body is not a JSON object");
        }
        if (!body.path("DestinationPhoneNumber").asText().matches("\\+?[1-9][0-9]{1,18}")) {
            return refused(400, "ValidationException", "DestinationPhoneNumber must be a number in E.164 format");
        }
        if (!body.path("OriginationIdentity").asText().matches("[A-Za-z0-9_:/+-]{1,256}")) {
            return refused(400, "ValidationException", "OriginationIdentity is not valid");
        }
        var text = body.path("MessageBody").asText();
        if (text.isEmpty() || text.length() > MAX_BODY) {
            return refused(400, "ValidationException", "MessageBody must have 1 to 1600 characters");
        }
        var context = body.path("Context");
        var fits = context.size() <= MAX_CONTEXT
                && context.valueStream().allMatch(value -> value.asText().length() <= MAX_CONTEXT_VALUE);
        return fits
                ? taken(body, ourself, now)
                : refused(400, "ValidationException", "Context may have 5 entries of 800 characters");
    }

    private Verdict taken(JsonNode body, URI ourself, Instant now) {
        var sent = new Sent(
                0,
                channel(),
                UUID.randomUUID().toString(),
                body.path("OriginationIdentity").asText(),
                body.path("DestinationPhoneNumber").asText(),
                body.path("MessageBody").asText(),
                List.of(),
                body.path("Context").path("reply").asText(),
                now,
                body);
        // Without a configuration set there is nowhere for events to go.
        var callbacks = body.path("ConfigurationSetName").asText().isEmpty()
                ? List.<Callback>of()
                : List.of(
                        event(sent, "SUCCESSFUL", false, ourself, now, 120),
                        event(sent, "DELIVERED", true, ourself, now, 300));
        return new Verdict.Taken(new Answer(200, Json.object().put("MessageId", sent.id())), sent, callbacks);
    }

    @Override
    public Optional<Callback> failed(Sent sent, String code, URI ourself, Instant now) {
        var hasSomewhereToGo =
                !sent.request().path("ConfigurationSetName").asText().isEmpty();
        return hasSomewhereToGo
                ? Optional.of(event(sent, code.replaceFirst("^TEXT_", ""), true, ourself, now, 200))
                : Optional.empty();
    }

    private Callback event(Sent sent, String status, boolean isFinal, URI ourself, Instant now, long millis) {
        var after = Duration.ofMillis(millis);
        var event = AwsSmsDelivery.event(sent, status, isFinal, now.plus(after));
        var topic = topicArn.get();
        var delivery = SnsDelivery.notification(topic, key.secret(), event, now.plus(after));
        return new Callback(
                URI.create(ourself + "/webhooks/aws-sms"),
                SnsDelivery.headers(delivery),
                Json.text(delivery),
                after,
                Callback.Patience.SNS);
    }

    private static Verdict refused(int status, String type, String message) {
        return new Verdict.Refused(error(status, type, message, ""));
    }

    private static Answer error(int status, String type, String message, String reason) {
        var body = Json.object()
                .put("__type", "com.amazonaws.pinpointsmsvoicev2#" + type)
                .put("Message", message);
        return new Answer(status, reason.isEmpty() ? body : body.put("Reason", reason));
    }
}
