package dev.shopbell.local.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlatformsOnAGoodDayTest {
    private static final URI OURSELF = URI.create("http://127.0.0.1:8080");
    private static final Instant NOW = Instant.parse("2026-11-22T19:00:00Z");

    private final Platform messenger = new MessengerPlatform(() -> "token", () -> "secret");
    private final Platform whatsApp = new WhatsAppPlatform(() -> "token", () -> "secret");
    private final Platform twilio =
            new TwilioPlatform(() -> "AC1", () -> "auth", new PublicAddress(() -> "https://shop.example"));

    @Test
    void messenger_answers_with_both_ids_and_then_echoes_the_metadata() throws IOException {
        var taken = taken(messenger.send(graph("me", """
                        {"recipient":{"id":"PSID"},"messaging_type":"RESPONSE","message":{"text":"Hello",\
                        "metadata":"messenger:page:PSID#1.0","quick_replies":[{"content_type":"text","title":"Hours",\
                        "payload":"hours"}]}}"""), OURSELF, NOW));
        assertThat(taken.answer().status()).isEqualTo(200);
        assertThat(taken.answer().body().path("recipient_id").asText()).isEqualTo("PSID");
        assertThat(taken.answer().body().path("message_id").asText())
                .isEqualTo(taken.message().id());
        assertThat(taken.message().choices()).containsExactly(new Sent.Choice("hours", "Hours"));

        var echo = taken.callbacks().getFirst();
        assertThat(echo.target()).isEqualTo(URI.create("http://127.0.0.1:8080/webhooks/messenger"));
        assertThat(echo.headers()).containsEntry("X-Hub-Signature-256", Signatures.meta("secret", echo.body()));
        var message = Json.read(echo.body()).at("/entry/0/messaging/0/message");
        assertThat(message.path("is_echo").asBoolean()).isTrue();
        assertThat(message.path("metadata").asText()).isEqualTo("messenger:page:PSID#1.0");
    }

    @Test
    void whatsapp_tells_sent_delivered_and_read_with_our_callback_data() throws IOException {
        var taken = taken(whatsApp.send(graph("106540352242922", """
                        {"messaging_product":"whatsapp","to":"+15551234567","type":"text","text":{"body":"Hello"},\
                        "biz_opaque_callback_data":"tag"}"""), OURSELF, NOW));
        assertThat(taken.answer().body().at("/contacts/0/wa_id").asText()).isEqualTo("15551234567");
        assertThat(taken.answer().body().at("/messages/0/id").asText()).startsWith("wamid.");
        assertThat(taken.callbacks())
                .extracting(each -> Json.read(each.body())
                        .at("/entry/0/changes/0/value/statuses/0/status")
                        .asText())
                .containsExactly("sent", "delivered", "read");
        assertThat(Json.read(taken.callbacks().getFirst().body())
                        .at("/entry/0/changes/0/value/statuses/0/biz_opaque_callback_data")
                        .asText())
                .isEqualTo("tag");
    }

    @Test
    void twilio_calls_the_status_url_signed_as_it_was_given_but_only_on_this_machine() {
        var url = "https://shop.example/webhooks/twilio/status?reply=sms%3A%2B1%3A%2B2%231.0";
        var taken = taken(twilio.send(
                sms(Map.of("To", "+15551234567", "From", "+15550001000", "Body", "Hello", "StatusCallback", url)),
                OURSELF,
                NOW));
        assertThat(taken.answer().status()).isEqualTo(201);
        assertThat(taken.answer().body().path("status").asText()).isEqualTo("queued");
        assertThat(taken.message().tag()).isEqualTo("sms:+1:+2#1.0");
        var queued = taken.callbacks().getFirst();
        assertThat(queued.target().toString())
                .isEqualTo("http://127.0.0.1:8080/webhooks/twilio/status?reply=sms%3A%2B1%3A%2B2%231.0");
        assertThat(queued.headers())
                .containsEntry(
                        "X-Twilio-Signature", Signatures.twilio("auth", url, TwilioDelivery.decode(queued.body())));
    }

    static SendRequest graph(String node, String body) {
        return new SendRequest(List.of("v23.0", node, "messages"), "Bearer token", Map.of(), body);
    }

    static SendRequest sms(Map<String, String> form) {
        var basic = Base64.getEncoder().encodeToString("AC1:auth".getBytes(StandardCharsets.UTF_8));
        return new SendRequest(
                List.of("2010-04-01", "Accounts", "AC1", "Messages.json"),
                "Basic " + basic,
                Map.of(),
                TwilioDelivery.encode(form));
    }

    private static Verdict.Taken taken(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Taken.class);
        return (Verdict.Taken) verdict;
    }
}
