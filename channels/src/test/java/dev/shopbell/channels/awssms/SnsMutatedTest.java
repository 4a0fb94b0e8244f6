package dev.shopbell.channels.awssms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.RecordingTransport;
import dev.shopbell.channels.Settings;
import dev.shopbell.channels.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Genuine deliveries of a topic of ours, damaged on the way. The seed is fixed: a failure comes back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SnsMutatedTest {

    private static final int DELIVERIES = 10_000;

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final SnsTopic topic = new SnsTopic();

    private final AwsSmsChannel channel = new AwsSmsChannel(
            Settings.all(), new RecordingTransport(), topic.fetch(), Clock.fixed(NOW, ZoneOffset.UTC));

    private static WebhookRequest request(byte[] body) {
        return new WebhookRequest("POST", "https://shop.example/x", Map.of(), Map.of(), body);
    }

    @Test
    void are_believed_only_if_all_that_is_signed_is_as_it_was() {
        var random = new Random(8);
        var genuine = List.of(
                SnsTopic.signed(SnsTopic.notification("{\"messageBody\":\"Where is my order? 🥐\"}")),
                SnsTopic.signed(SnsTopic.notification("x").put("Subject", "y").put("SignatureVersion", "1")),
                SnsTopic.signed(SnsTopic.confirmation("SubscriptionConfirmation")));
        var before = genuine.stream()
                .map(body -> SnsMessage.read(body).orElseThrow().signedBytes())
                .toList();
        for (var n = 0; n < DELIVERIES; n++) {
            var which = random.nextInt(genuine.size());
            var body = genuine.get(which).clone();
            for (var changes = random.nextInt(4); changes >= 0; changes--) {
                body[random.nextInt(body.length)] = (byte) (32 + random.nextInt(95));
            }
            channel.read(request(body), NOW);
            var subscription = channel.subscription(request(body));
            if (channel.isAuthentic(request(body))) {
                // What was hit is not signed: an unsigned field, or the spelling of the JSON.
                assertThat(SnsMessage.read(body).orElseThrow().signedBytes())
                        .as("delivery %d: %s", n, new String(body, StandardCharsets.UTF_8))
                        .isEqualTo(before.get(which));
            } else {
                assertThat(subscription).isEmpty();
            }
        }
        assertThat(topic.fetched()).allMatch(url -> url.getHost().equals("sns.us-east-1.amazonaws.com"));
    }
}
