package dev.shopbell.local.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AwsSmsPlatformTest {
    private static final URI OURSELF = URI.create("http://127.0.0.1:8080");
    private static final Instant NOW = Instant.parse("2026-11-22T19:00:00Z");
    private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:shopbell-sms";
    private static final String SIGNED =
            "AWS4-HMAC-SHA256 Credential=local/20261122/us-east-1/sms-voice/aws4_request, Sig…";

    private final SnsKey key = SnsKey.OWN;
    private final AwsSmsPlatform platform = new AwsSmsPlatform(() -> TOPIC, key);

    private Verdict send(String authorization, String body) {
        return platform.send(new SendRequest(List.of("aws-sms"), authorization, Map.of(), body), OURSELF, NOW);
    }

    private static String message(String configurationSet) {
        return "{\"DestinationPhoneNumber\":\"+15551234567\",\"OriginationIdentity\":\"+15550002000\",\"MessageBody\":\"Hi\","
                + "\"ConfigurationSetName\":\"" + configurationSet + "\",\"Context\":{\"reply\":\"awssms:+1:+2#1.0\"}}";
    }

    @Test
    void tells_over_the_topic_what_became_of_a_message_signed_with_the_certificate_that_it_shows() throws Exception {
        var taken = (Verdict.Taken) send(SIGNED, message("shopbell"));
        assertThat(taken.answer().body().path("MessageId").asText())
                .isEqualTo(taken.message().id());
        assertThat(taken.message().tag()).isEqualTo("awssms:+1:+2#1.0");
        assertThat(taken.callbacks())
                .extracting(each -> event(each).path("eventType").asText())
                .containsExactly("TEXT_SUCCESSFUL", "TEXT_DELIVERED");
        var last = taken.callbacks().getLast();
        assertThat(last.target()).isEqualTo(URI.create("http://127.0.0.1:8080/webhooks/aws-sms"));
        assertThat(event(last).at("/context/reply").asText()).isEqualTo("awssms:+1:+2#1.0");
        assertThat(Json.read(last.body()).path("TopicArn").asText()).isEqualTo(TOPIC);
        assertThat(isSigned(Json.read(last.body()))).isTrue();
    }

    @Test
    void has_nobody_to_tell_without_a_configuration_set() {
        assertThat(((Verdict.Taken) send(SIGNED, message(""))).callbacks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not a number|Hi|ValidationException",
                "+15551234567|''|ValidationException",
            })
    void refuses_what_the_service_would(String to, String text, String type) {
        var body = "{\"DestinationPhoneNumber\":\"" + to + "\",\"OriginationIdentity\":\"+1555\",\"MessageBody\":\""
                + text + "\"}";
        assertThat(((Verdict.Refused) send(SIGNED, body))
                        .answer()
                        .body()
                        .path("__type")
                        .asText())
                .endsWith("#" + type);
    }

    @Test
    void refuses_what_is_not_signed_for_it() {
        for (var authorization : List.of("", "Bearer x", SIGNED.replace("sms-voice", "ssm"))) {
            assertThat(((Verdict.Refused) send(authorization, message("")))
                            .answer()
                            .status())
                    .isEqualTo(403);
        }
    }

    private static JsonNode event(Callback callback) {
        try {
            return Json.read(Json.read(callback.body()).path("Message").asText());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isSigned(JsonNode delivery) throws Exception {
        var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(key.certificate().getBytes(UTF_8)));
        certificate.checkValidity();
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=sns.amazonaws.com");
        var text = new StringBuilder();
        for (var name : List.of("Message", "MessageId", "Timestamp", "TopicArn", "Type")) {
            text.append(name).append('\n').append(delivery.path(name).asText()).append('\n');
        }
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(certificate);
        signature.update(text.toString().getBytes(UTF_8));
        return signature.verify(
                Base64.getDecoder().decode(delivery.path("Signature").asText()));
    }
}
