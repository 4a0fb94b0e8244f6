package dev.shopbell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no delivery at all: refused with a word, not with the inside of the program, and never in the mailbox. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokenBodiesTest {

    private static final RunningShop SHOP = CommonShop.shop();

    private static Stream<Arguments> bodies() {
        var garbage = new byte[1_048_576];
        new Random(7).nextBytes(garbage);
        return Stream.of(
                Arguments.of("empty", new byte[0]),
                Arguments.of("not JSON", bytes("nonsense")),
                Arguments.of("half a JSON", bytes("{\"object\":\"page\",\"entry\":[")),
                Arguments.of("JSON, but an array", bytes("[]")),
                Arguments.of("not UTF-8", new byte[] {'{', '"', (byte) 0xc3, '"', '}'}),
                Arguments.of("nested without end", bytes("[".repeat(100_000))),
                Arguments.of("a megabyte of garbage", garbage));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The meter that shows what comes into the mailbox does run. */
    @BeforeAll
    static void a_right_body_comes_into_the_mailbox() {
        var sends = inboundSends();
        SHOP.deliver("sms", "+34600860100", "SMright", "What are your prices?");

        assertThat(inboundSends()).isGreaterThan(sends);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_signed_body_from_messenger_is_refused(String what, byte[] body) {
        refused("/webhooks/messenger", body, "application/json", "X-Hub-Signature-256", Deliveries.metaSignature(body));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_signed_body_from_whatsapp_is_refused(String what, byte[] body) {
        refused("/webhooks/whatsapp", body, "application/json", "X-Hub-Signature-256", Deliveries.metaSignature(body));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_body_as_twilio_never_signed_it_is_refused(String what, byte[] body) {
        refused("/webhooks/twilio", body, "application/x-www-form-urlencoded", "X-Twilio-Signature", "AAAA");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_visitors_body_is_refused(String what, byte[] body) {
        var token = SHOP.post("/web/sessions", "{}").path("token").asText();
        refused("/web/messages", body, "application/json", "Authorization", "Bearer " + token);
    }

    private static void refused(String path, byte[] body, String type, String header, String value) {
        var sends = inboundSends();
        var answer = SHOP.deliveries()
                .send(HttpRequest.newBuilder(SHOP.url().resolve(path))
                        .header("Content-Type", type)
                        .header(header, value)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build());

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "dev.shopbell", "java.");
        assertThat(inboundSends())
                .as("requests that put something into the mailbox")
                .isEqualTo(sends);
    }

    private static long inboundSends() {
        var sqs = SHOP.get("/_local/meters").path("sqs");
        return sqs.path("SendMessageBatch").path("requests").asLong()
                + sqs.path("SendMessage").path("requests").asLong();
    }
}
