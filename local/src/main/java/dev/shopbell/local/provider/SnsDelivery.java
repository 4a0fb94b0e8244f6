package dev.shopbell.local.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What SNS posts to a topic's subscriber. Source: docs.aws.amazon.com/sns/latest/dg, "Parsing Amazon SNS message formats" and
 * "Verifying the signatures of Amazon SNS messages" (version 2).
 */
public final class SnsDelivery {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private SnsDelivery() {}

    /**
     * Something was published to a topic.
     *
     * @param secret PKCS #8 in base64
     */
    public static JsonNode notification(String topicArn, String secret, JsonNode message, Instant at) {
        var signed = new LinkedHashMap<String, String>();
        signed.put("Message", Json.text(message));
        signed.put("MessageId", UUID.randomUUID().toString());
        signed.put("Timestamp", MILLIS.format(at));
        signed.put("TopicArn", topicArn);
        signed.put("Type", "Notification");
        return signed(signed, topicArn, secret);
    }

    /** The headers that come with it. */
    public static Map<String, String> headers(JsonNode delivery) {
        return Map.of(
                "Content-Type", "text/plain; charset=UTF-8",
                "User-Agent", "Amazon Simple Notification Service Agent",
                "x-amz-sns-message-type", delivery.path("Type").asText(),
                "x-amz-sns-message-id", delivery.path("MessageId").asText(),
                "x-amz-sns-topic-arn", delivery.path("TopicArn").asText());
    }

    private static ObjectNode signed(Map<String, String> fields, String topicArn, String secret) {
        var text = new StringBuilder();
        var message = Json.object();
        fields.forEach((name, value) -> {
            text.append(name).append('\n').append(value).append('\n');
            message.put(name, value);
        });
        var region = topicArn.split(":", -1)[3];
        var host = "https://sns." + region + ".amazonaws.com/";
        return message.put("SignatureVersion", "2")
                .put("Signature", sign(secret, text.toString()))
                .put("SigningCertURL", host + SnsKey.FILE)
                .put("UnsubscribeURL", host + "?Action=Unsubscribe&SubscriptionArn=" + topicArn + ":local");
    }

    private static String sign(String secret, String text) {
        try {
            var key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secret)));
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This key does not sign", e);
        }
    }
}
