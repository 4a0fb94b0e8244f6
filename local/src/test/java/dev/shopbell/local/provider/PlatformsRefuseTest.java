package dev.shopbell.local.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlatformsRefuseTest {
    private final Platform messenger = new MessengerPlatform(() -> "token", () -> "secret");
    private final Platform whatsApp = new WhatsAppPlatform(() -> "token", () -> "secret");
    private final Platform twilio = new TwilioPlatform(() -> "AC1", () -> "auth", new PublicAddress(() -> ""));

    @Test
    void a_wrong_token_in_graphs_own_words() {
        var request = new SendRequest(List.of("v23.0", "me", "messages"), "Bearer other", Map.of(), "{}");
        var answer = refusal(messenger, request);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/error/code").asInt()).isEqualTo(190);
        assertThat(answer.body().at("/error/type").asText()).isEqualTo("OAuthException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"recipient\":{\"id\":\"1\"}}", "{\"message\":{\"text\":\"Hi\"}}"})
    void messages_that_messenger_cannot_send(String body) {
        assertThat(refusal(messenger, PlatformsOnAGoodDayTest.graph("me", body)).status())
                .isEqualTo(400);
    }

    @Test
    void a_whatsapp_button_whose_title_is_too_long() {
        var body = """
                {"messaging_product":"whatsapp","to":"1555","type":"interactive","interactive":{"type":"button",\
                "body":{"text":"Pick"},"action":{"buttons":[{"type":"reply","reply":{"id":"a",\
                "title":"A title of twenty-one"}}]}}}""";
        assertThat(refusal(whatsApp, PlatformsOnAGoodDayTest.graph("1", body))
                        .body()
                        .at("/error/code")
                        .asInt())
                .isEqualTo(100);
    }

    @Test
    void an_sms_without_a_number_to_go_to() {
        var answer = refusal(twilio, PlatformsOnAGoodDayTest.sms(Map.of("From", "+1555", "Body", "Hello")));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("code").asInt()).isEqualTo(21604);
    }

    @Test
    void an_sms_longer_than_twilio_takes() {
        var form = Map.of("From", "+1555", "To", "+1556", "Body", "x".repeat(1_601));
        assertThat(refusal(twilio, PlatformsOnAGoodDayTest.sms(form))
                        .body()
                        .path("code")
                        .asInt())
                .isEqualTo(21617);
    }

    @Test
    void a_status_callback_that_leads_off_this_machine() {
        var form = Map.of(
                "From",
                "+15550001000",
                "To",
                "+15550001001",
                "Body",
                "Hi",
                "StatusCallback",
                "https://example.org/status");
        assertThat(refusal(twilio, PlatformsOnAGoodDayTest.sms(form))
                        .body()
                        .path("code")
                        .asInt())
                .isEqualTo(21609);
    }

    private static Answer refusal(Platform platform, SendRequest request) {
        var verdict = platform.send(request, URI.create("http://127.0.0.1:8080"), Instant.EPOCH);
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).answer();
    }
}
