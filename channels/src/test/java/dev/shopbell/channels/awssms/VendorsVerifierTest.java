package dev.shopbell.channels.awssms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.Transport;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.messagemanager.sns.internal.SignatureValidator;
import software.amazon.awssdk.messagemanager.sns.internal.SnsMessageUnmarshaller;

/** Ours against AWS' own verifier, over messages with a dummy key, some of them changed after they were signed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VendorsVerifierTest {

    private static final int MESSAGES = 600;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "hello",
            "{\"messageBody\":\"Hi\"}",
            "two\nlines\n",
            "\r\n",
            "مرحبا 🥐 𝒳",
            "\u0000\u0007",
            "Subject\nx");

    private final Random random = new Random(20261122);

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private ObjectNode message() {
        var message = random.nextInt(4) > 0
                ? SnsTopic.notification(text())
                : SnsTopic.confirmation(random.nextBoolean() ? "SubscriptionConfirmation" : "UnsubscribeConfirmation")
                        .put("Message", text());
        message.put("SignatureVersion", random.nextBoolean() ? "1" : "2");
        message.put(
                "Timestamp", "2026-11-22T11:59:58.%03dZ".formatted(random.nextInt(4) == 0 ? 0 : random.nextInt(1000)));
        return random.nextInt(3) == 0 ? message.put("Subject", text().replaceAll("[\r\n]", "")) : message;
    }

    private void change(ObjectNode message) {
        switch (random.nextInt(9)) {
            case 0 -> message.put("Message", text());
            case 1 -> message.put("MessageId", "2");
            case 2 -> message.put("TopicArn", "arn:aws:sns:us-east-1:111111111111:t");
            case 3 -> message.put("Timestamp", "2026-11-22T11:59:59.001Z");
            case 4 ->
                message.put(
                        "SignatureVersion",
                        message.path("SignatureVersion").asText().equals("1") ? "2" : "1");
            case 5 ->
                message.put(
                        "Signature", "AAAA" + message.path("Signature").asText().substring(4));
            case 6 -> message.put("Subject", text().replaceAll("[\r\n]", ""));
            case 7 -> message.remove("Subject");
            default -> message.put("Unsigned", "whatever");
        }
    }

    private static boolean vendorBelieves(byte[] body) {
        try {
            var message = new SnsMessageUnmarshaller().unmarshall(new ByteArrayInputStream(body));
            new SignatureValidator().validateSignature(message, SnsTopic.publicKey());
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    private static boolean weBelieve(byte[] body) {
        return SnsMessage.read(body)
                .filter(message -> SnsSignature.isBy(SnsTopic.publicKey(), message))
                .isPresent();
    }

    @Test
    void agrees_with_ours() {
        var believed = 0;
        for (var n = 0; n < MESSAGES; n++) {
            var message = message();
            SnsTopic.signed(message);
            if (random.nextBoolean()) {
                change(message);
            }
            var body = Transport.utf8(message.toString());
            assertThat(weBelieve(body)).as("message %d: %s", n, message).isEqualTo(vendorBelieves(body));
            believed += weBelieve(body) ? 1 : 0;
        }
        assertThat(believed).isBetween(MESSAGES / 4, 3 * MESSAGES / 4 + MESSAGES / 8);
    }
}
