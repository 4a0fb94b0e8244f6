package dev.shopbell.channels.awssms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.Fields;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What SNS posts, before anyone trusted it: every field that its signature covers, raw as it came.
 *
 * <p>Source: docs.aws.amazon.com/sns/latest/dg, "Parsing Amazon SNS message formats" and "Verifying the signatures of Amazon
 * SNS messages" (which fields are signed, in which order; a Subject that is not there is left out).
 */
final class SnsMessage {

    /** What it is about, with the fields that are signed, in byte order. */
    enum Type {
        NOTIFICATION("Notification", "Message MessageId Subject Timestamp TopicArn Type"),
        SUBSCRIBE("SubscriptionConfirmation", "Message MessageId SubscribeURL Timestamp Token TopicArn Type"),
        UNSUBSCRIBE("UnsubscribeConfirmation", "Message MessageId SubscribeURL Timestamp Token TopicArn Type");

        private final String word;
        private final String signed;

        Type(String word, String signed) {
            this.word = word;
            this.signed = signed;
        }

        private List<String> signed() {
            return List.of(signed.split(" "));
        }

        static Optional<Type> of(JsonNode body) {
            var word = body.path("Type");
            for (var type : values()) {
                if (word.isTextual() && word.textValue().equals(type.word)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }
    }

    private final Type type;
    private final Map<String, String> signed;
    private final JsonNode body;

    private SnsMessage(Type type, Map<String, String> signed, JsonNode body) {
        this.type = type;
        this.signed = signed;
        this.body = body;
    }

    /** The message, if it has every field that is to be signed, as text that can be. */
    static Optional<SnsMessage> read(byte[] bytes) {
        return Fields.object(bytes).flatMap(body -> Type.of(body)
                .flatMap(type -> signed(type, body).map(signed -> new SnsMessage(type, signed, body))));
    }

    private static Optional<Map<String, String>> signed(Type type, JsonNode body) {
        var signed = new LinkedHashMap<String, String>();
        for (var name : type.signed()) {
            var value = body.path(name);
            if (name.equals("Subject") && (value.isMissingNode() || value.isNull())) {
                continue;
            }
            if (!value.isTextual() || !canBeSigned(name, value.textValue())) {
                return Optional.empty();
            }
            signed.put(name, value.textValue());
        }
        return Optional.of(signed);
    }

    /**
     * Fields are signed as lines. Were a line break allowed in another field than the first, a genuine text could be cut up
     * into other fields than those that were signed; half a surrogate would be signed as if it were a question mark.
     */
    private static boolean canBeSigned(String name, String value) {
        var isOneLine = value.indexOf('\n') < 0 && value.indexOf('\r') < 0;
        return (name.equals("Message") || isOneLine)
                && StandardCharsets.UTF_8.newEncoder().canEncode(value);
    }

    Type type() {
        return type;
    }

    /** What the signature is made over. */
    byte[] signedBytes() {
        var text = new StringBuilder();
        signed.forEach(
                (name, value) -> text.append(name).append('\n').append(value).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    String topicArn() {
        return signed.getOrDefault("TopicArn", "");
    }

    /** Where SNS wants a subscription confirmed; empty text in a notification. */
    String subscribeUrl() {
        return signed.getOrDefault("SubscribeURL", "");
    }

    /** When it was published; empty if that cannot be read. */
    Optional<Instant> publishedAt() {
        return instant(signed.getOrDefault("Timestamp", ""));
    }

    static Optional<Instant> instant(String timestamp) {
        try {
            return Optional.of(Instant.parse(timestamp));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    String signatureVersion() {
        return unsigned("SignatureVersion");
    }

    /** In base64. */
    String signature() {
        return unsigned("Signature");
    }

    String certificateUrl() {
        return unsigned("SigningCertURL");
    }

    private String unsigned(String name) {
        return body.path(name).isTextual() ? body.path(name).textValue() : "";
    }
}
