package dev.shopbell.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.provider.Signatures;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SimulatedCustomerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T19:00:00Z");
    private static final JsonNode SETTINGS = Json.object()
            .put("META_APP_SECRET", "secret")
            .put("TWILIO_ACCOUNT_SID", "AC1")
            .put("TWILIO_AUTH_TOKEN", "auth")
            .put("PUBLIC_BASE_URL", "https://shop.example");

    @Test
    void on_messenger_signs_the_very_bytes_it_sends() throws Exception {
        var delivery =
                SimulatedCustomer.of("messenger", "ana", SETTINGS).says("Hola, ¿qué tal?", Optional.empty(), NOW);
        assertThat(delivery.headers()).containsEntry("X-Hub-Signature-256", Signatures.meta("secret", delivery.body()));
        var event = Json.read(delivery.body()).at("/entry/0/messaging/0");
        assertThat(event.at("/sender/id").asText()).isEqualTo("ana");
        assertThat(event.at("/message/text").asText()).isEqualTo("Hola, ¿qué tal?");
    }

    @Test
    void on_whatsapp_presses_a_button_by_its_id() throws Exception {
        var delivery = SimulatedCustomer.of("whatsapp", "+1 555 123 4567", SETTINGS)
                .says("Prices", Optional.of("prices"), NOW);
        var message = Json.read(delivery.body()).at("/entry/0/changes/0/value/messages/0");
        assertThat(message.path("from").asText()).isEqualTo("15551234567");
        assertThat(message.at("/interactive/button_reply/id").asText()).isEqualTo("prices");
    }

    @Test
    void by_sms_signs_the_public_address_and_types_the_choice() throws Exception {
        var delivery = SimulatedCustomer.of("sms", "+15551234567", SETTINGS).says("", Optional.of("2"), NOW);
        var form = Arrays.stream(delivery.body().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        assertThat(form).containsEntry("Body", "2").containsEntry("From", "+15551234567");
        assertThat(delivery.headers())
                .containsEntry(
                        "X-Twilio-Signature", Signatures.twilio("auth", "https://shop.example/webhooks/twilio", form));
    }

    @Test
    void by_sms_at_aws_writes_to_the_topic() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048); // as the server makes it
        var key = generator.generateKeyPair().getPrivate();
        var settings = Json.object()
                .put("SNS_TOPIC_ARNS", "arn:aws:sns:eu-west-1:000000000000:sms")
                .put("SNS_PRIVATE_KEY", Base64.getEncoder().encodeToString(key.getEncoded()));
        var delivery = SimulatedCustomer.of("aws-sms", "+15551234567", settings).says("Hi", Optional.empty(), NOW);
        var envelope = Json.read(delivery.body());
        assertThat(delivery.headers()).containsEntry("x-amz-sns-message-type", "Notification");
        assertThat(envelope.path("TopicArn").asText()).isEqualTo("arn:aws:sns:eu-west-1:000000000000:sms");
        assertThat(envelope.path("SigningCertURL").asText()).startsWith("https://sns.eu-west-1.amazonaws.com/");
        assertThat(Json.read(envelope.path("Message").asText())
                        .path("messageBody")
                        .asText())
                .isEqualTo("Hi");
    }

    @Test
    void every_message_is_another_message() throws Exception {
        var ana = SimulatedCustomer.of("sms", "+15551234567", SETTINGS);
        assertThat(ana.says("Hi", Optional.empty(), NOW).body())
                .isNotEqualTo(ana.says("Hi", Optional.empty(), NOW).body());
    }

    @Test
    void a_name_is_no_phone_number() {
        assertThatThrownBy(() -> SimulatedCustomer.of("sms", "ana", SETTINGS)).hasMessageContaining("+15551234567");
    }

    @Test
    void a_channel_without_a_provider_is_pointed_elsewhere() {
        assertThatThrownBy(() -> SimulatedCustomer.of("web", "ana", SETTINGS)).hasMessageContaining("./bot chat");
    }
}
