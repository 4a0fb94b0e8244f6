package dev.shopbell.channels.awssms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.Fixture;
import dev.shopbell.channels.Hmac;
import dev.shopbell.channels.RecordingTransport;
import dev.shopbell.channels.WebhookRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SNS really signed, with the certificates that it really used. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SnsRecordedTest {

    static Stream<Fixture> genuine() {
        return Fixture.in("aws-sms").stream()
                .filter(fixture -> fixture.expect().path("verify").asBoolean());
    }

    private static byte[] certificate(Fixture fixture) {
        return Fixture.named("aws-sms/" + fixture.expect().path("cert").asText())
                .body();
    }

    private static SnsMessage message(Fixture fixture) {
        return SnsMessage.read(fixture.body()).orElseThrow();
    }

    private static boolean isGenuine(Fixture fixture, Instant now) {
        var topic = message(fixture).topicArn();
        var channel = new AwsSmsChannel(
                name -> name.equals("SNS_TOPIC_ARNS") ? Optional.of(topic) : Optional.empty(),
                new RecordingTransport(),
                (url, mostBytes) -> Optional.of(certificate(fixture)),
                Clock.fixed(now, ZoneOffset.UTC));
        return channel.isAuthentic(new WebhookRequest("POST", "/", Map.of(), Map.of(), fixture.body()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("genuine")
    void is_genuine_at_the_clock_that_is_written_beside_it(Fixture fixture) {
        var message = message(fixture);
        var now = Instant.parse(fixture.expect().path("clock").asText());
        var url = SnsAddresses.certificate(message.certificateUrl()).orElseThrow();
        var key = new SigningCertificates((from, mostBytes) -> Optional.of(certificate(fixture))).key(url, now);
        assertThat(SnsSignature.isBy(key.orElseThrow(), message)).isTrue();
        assertThat(isGenuine(fixture, now)).isTrue();
        assertThat(Hmac.sha256Hex(message.signedBytes()))
                .isEqualTo(fixture.expect().path("stringToSignSha256").asText());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("genuine")
    void is_believed_for_a_day_and_no_longer(Fixture fixture) {
        var published = message(fixture).publishedAt().orElseThrow();
        assertThat(isGenuine(fixture, published.plus(Duration.ofHours(23)))).isTrue();
        assertThat(isGenuine(fixture, published.plus(Duration.ofHours(25)))).isFalse();
    }

    @Test
    void is_not_believed_when_the_certificate_is_another_ones_or_not_valid_at_the_time() {
        var fixture = Fixture.named("aws-sms/sns-v2-notification.json");
        var url = SnsAddresses.certificate(message(fixture).certificateUrl()).orElseThrow();
        var certificates = new SigningCertificates((from, mostBytes) -> Optional.of(certificate(fixture)));
        assertThat(certificates.key(url, Instant.parse("2025-11-09T23:59:59Z"))).isEmpty();
        assertThat(certificates.key(url, Instant.parse("2026-10-15T00:00:00Z"))).isEmpty();
        assertThat(SnsSignature.isBy(SnsTopic.publicKey(), message(fixture))).isFalse();
    }

    @Test
    void is_not_believed_when_its_certificate_is_not_in_snss_name() {
        var elsewhere = URI.create("https://sns.cn-north-1.amazonaws.com.cn/SimpleNotificationService-a.pem");
        var fixture = Fixture.named("aws-sms/sns-v2-notification.json");
        var certificates = new SigningCertificates((from, mostBytes) -> Optional.of(certificate(fixture)));
        assertThat(certificates.key(elsewhere, Instant.parse("2026-03-07T00:00:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sns.us-west-2.amazonaws.com/SimpleNotificationService-a.pem",
                "https://sns.cn-north-1.amazonaws.com.cn/SimpleNotificationService-a.pem",
                "https://sns.us-gov-west-1.amazonaws.com/SimpleNotificationService-7506a1e35b36ef5a444dd1a8e7cc3ed8.pem"
            })
    void has_its_certificate_at_an_address_of_snss(String url) {
        assertThat(SnsAddresses.certificate(url)).contains(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "file:///etc/passwd",
                "http://sns.us-west-2.amazonaws.com/SimpleNotificationService-a.pem",
                "HTTPS://sns.us-west-2.amazonaws.com/SimpleNotificationService-a.pem",
                "https://sns.us-west-2.amazonaws.com:8443/SimpleNotificationService-a.pem",
                "https://sns.us-west-2.amazonaws.com:/SimpleNotificationService-a.pem",
                "https://sns.us-west-2.amazonaws.com./SimpleNotificationService-a.pem",
                "https://x@sns.us-west-2.amazonaws.com/SimpleNotificationService-a.pem",
                "https://sns.us-west-2.amazonaws.com@evil.example/SimpleNotificationService-a.pem",
                "https://sns.us-west-2.amazonaws.com.evil.example/SimpleNotificationService-a.pem",
                "https://sns.us-west-2.amazonaws.com.s3.amazonaws.com/SimpleNotificationService-a.pem",
                "https://evil.example/sns.us-west-2.amazonaws.com/SimpleNotificationService-a.pem",
                "https://snsXus-west-2.amazonaws.com/SimpleNotificationService-a.pem",
                "https://sns.s3-us-west-2.amazonaws.com/SimpleNotificationService-a.pem",
                "https://sns.us-west-2.amazonaws.com\\@evil.example/SimpleNotificationService-a.pem",
                "https://evil.example\\.sns.us-west-2.amazonaws.com/SimpleNotificationService-a.pem",
                "https://sns.us-west-2.amazonaws.com/../SimpleNotificationService-a.pem",
                "https://sns.us-west-2.amazonaws.com/SimpleNotificationService-a.pem?x",
                "https://sns.us-west-2.amazonaws.com/SimpleNotificationService-a.pem#x",
                "https://sns.us-west-2.amazonaws.com/SimpleNotificationService-a.txt",
                "https://sns.us-west-2.amazonaws.com/?Action=ConfirmSubscription&Token=t",
                "//sns.us-west-2.amazonaws.com/SimpleNotificationService-a.pem"
            })
    void never_has_it_elsewhere(String url) {
        assertThat(SnsAddresses.certificate(url)).isEmpty();
    }
}
