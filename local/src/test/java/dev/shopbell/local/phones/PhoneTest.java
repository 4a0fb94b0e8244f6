package dev.shopbell.local.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.local.LocalServer;
import dev.shopbell.local.provider.Signatures;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhoneTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Phone phone = new Phone(new Server());

    private static final class Server implements LocalServer {
        @Override
        public URI baseUrl() {
            return URI.create("http://127.0.0.1:8080");
        }

        @Override
        public String setting(String name) {
            return switch (name) {
                case "PUBLIC_BASE_URL" -> "http://127.0.0.1:8080";
                case "SNS_TOPIC_ARNS" -> "arn:aws:sns:eu-west-1:123456789012:sms";
                default -> name + "-new, " + name + "-old";
            };
        }

        @Override
        public ScheduledExecutorService background() {
            throw new IllegalStateException("Nothing is sent here");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "messenger,text,\"text\":\"Yes\"",
        "messenger,quick_reply,\"quick_reply\":{\"payload\":\"v\"}",
        "messenger,postback,\"postback\":{",
        "whatsapp,text,\"body\":\"Yes\"",
        "whatsapp,button,\"button_reply\":{\"id\":\"v\"",
        "whatsapp,template,\"button\":{\"payload\":\"v\"",
        "whatsapp,list,\"list_reply\":{\"id\":\"v\""
    })
    void delivers_as_the_platform_does_signed_with_the_secret_in_use(String channel, String kind, String written) {
        var delivery = phone.deliver(new Phone.Deed(channel, "34600111222", kind, "Yes", "v", ""), NOW);
        assertThat(delivery.path()).isEqualTo("/webhooks/" + channel);
        assertThat(delivery.body()).contains(written).contains("34600111222");
        assertThat(delivery.headers())
                .containsEntry("X-Hub-Signature-256", Signatures.meta("META_APP_SECRET-new", delivery.body()));
    }

    @Test
    void sends_an_sms() {
        var delivery = phone.deliver(new Phone.Deed("sms", "+15550100", "text", "¿Sí?", "", ""), NOW);
        assertThat(delivery.path()).isEqualTo("/webhooks/twilio");
        assertThat(delivery.body()).contains("Body=%C2%BFS%C3%AD%3F").contains("From=%2B15550100");
        assertThat(delivery.headers()).containsKey("X-Twilio-Signature");
    }

    @Test
    void writes_and_presses_on_telegram() {
        var text = phone.deliver(new Phone.Deed("telegram", "4711", "text", "Hello", "", ""), NOW);
        assertThat(text.path()).isEqualTo("/webhooks/telegram");
        assertThat(text.headers()).containsEntry("X-Telegram-Bot-Api-Secret-Token", "TELEGRAM_WEBHOOK_SECRET-new");
        assertThat(text.body()).contains("\"text\":\"Hello\"").contains("4711");

        var pressed = phone.deliver(new Phone.Deed("telegram", "4711", "pressed", "Prices", "intent:prices", ""), NOW);
        assertThat(pressed.body()).contains("callback_query").contains("\"data\":\"intent:prices\"");
    }

    @Test
    void sends_an_sms_to_the_number_at_aws_which_sns_delivers() {
        var delivery = phone.deliver(new Phone.Deed("aws-sms", "+15550100", "text", "Hello", "", ""), NOW);
        assertThat(delivery.path()).isEqualTo("/webhooks/aws-sms");
        assertThat(delivery.headers()).containsEntry("x-amz-sns-message-type", "Notification");
        assertThat(delivery.body())
                .contains("\"Signature\":")
                .contains("+15550100")
                .contains("Hello");
    }

    @Test
    void says_what_it_cannot_do() {
        assertThatThrownBy(() -> phone.deliver(new Phone.Deed("sms", "+15550100", "postback", "Yes", "v", ""), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("postback");
        assertThatThrownBy(() -> phone.deliver(new Phone.Deed("telegram", "ana", "text", "Yes", "", ""), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("number");
        assertThatThrownBy(() -> phone.deliver(new Phone.Deed("sms", "", "text", "Yes", "", ""), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from");
    }
}
