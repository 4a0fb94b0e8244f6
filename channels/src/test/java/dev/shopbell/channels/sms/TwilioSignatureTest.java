package dev.shopbell.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.Fixture;
import dev.shopbell.channels.RecordingTransport;
import dev.shopbell.channels.WebhookRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TwilioSignatureTest {

    static Stream<JsonNode> vectors() {
        return Fields.list(Fixture.named("twilio/sig-form-vectors.json").json(), "vectors").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void is_checked_as_the_libraries_of_twilio_check_it(JsonNode vector) {
        var body = Fields.list(vector, "params").stream()
                .map(pair -> encode(pair.path(0)) + "=" + encode(pair.path(1)))
                .collect(Collectors.joining("&"));
        var headers = vector.path("signature").isTextual()
                ? Map.of("X-Twilio-Signature", vector.path("signature").asText())
                : Map.<String, String>of();
        var request = new WebhookRequest(
                "POST", vector.path("url").asText(), headers, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        var channel = new SmsChannel(
                name -> "TWILIO_AUTH_TOKEN".equals(name)
                        ? Optional.of(vector.path("authToken").asText())
                        : Optional.empty(),
                new RecordingTransport());
        assertThat(channel.isAuthentic(request))
                .as(vector.path("name").asText())
                .isEqualTo(vector.path("valid").asBoolean());
    }

    private static String encode(JsonNode text) {
        return URLEncoder.encode(text.isNull() ? "" : text.asText(), StandardCharsets.UTF_8);
    }
}
