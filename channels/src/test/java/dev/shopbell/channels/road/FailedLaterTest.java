package dev.shopbell.channels.road;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.ChannelEvent.Meaning;
import dev.shopbell.channels.Channels;
import dev.shopbell.channels.Reading;
import dev.shopbell.channels.Settings;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.DeliveryReport;
import dev.shopbell.conversation.DeliveryStatus;
import dev.shopbell.conversation.Remedy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reply that a platform had taken and could not bring: the table of {@code docs/sending-rules.md}, row by row. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FailedLaterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final Map<String, Remedy> WORDS =
            Map.of("hold", Remedy.WAIT_FOR_CUSTOMER, "send again", Remedy.SEND_AGAIN, "stays failed", Remedy.NONE);

    @ParameterizedTest
    @MethodSource("codes")
    void comes_to_what_the_docs_say(List<String> row) {
        var channels = Channels.of(
                Settings.all(),
                (url, headers, body) -> {
                    throw new AssertionError("Nothing is sent here");
                },
                (conversation, json) -> {},
                Clock.fixed(NOW, ZoneOffset.UTC));
        var reading =
                channels.named(new ChannelName(row.get(0))).orElseThrow().read(report(row.get(0), row.get(1)), NOW);

        assertThat(reading).isInstanceOfSatisfying(Reading.Events.class, events -> assertThat(events.events())
                .extracting(event -> event.meaning())
                .singleElement()
                .isInstanceOfSatisfying(Meaning.Reported.class, said -> {
                    DeliveryReport report = said.report();
                    assertThat(report.status()).isEqualTo(DeliveryStatus.FAILED);
                    assertThat(report.remedy()).as(String.join(", ", row)).isEqualTo(WORDS.get(row.get(2)));
                }));
    }

    static Stream<List<String>> codes() throws IOException {
        return DocsTable.under("on", "by the code");
    }

    private static WebhookRequest report(String channel, String code) {
        return switch (channel) {
            case "whatsapp" -> post("""
                    {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
                    "metadata":{"phone_number_id":"77"},"statuses":[{"id":"wamid.1","recipient_id":"346","timestamp":"1764000000",
                    "status":"failed","biz_opaque_callback_data":"whatsapp:77:346#1.0","errors":[{"code":%s}]}]}}]}]}""", code, Map.of());
            case "sms" ->
                post(
                        "MessageSid=SM1&MessageStatus=undelivered&From=%%2B1&To=%%2B2&ErrorCode=%s",
                        code, Map.of("reply", "sms:+1:+2#1.0"));
            default -> post("""
                    {"eventType":"%s","isFinal":true,"eventTimestamp":1686975103470,"messageId":"m",
                    "context":{"reply":"awssms:+1:+2#1.0"}}""", code, Map.of());
        };
    }

    private static WebhookRequest post(String body, String code, Map<String, String> query) {
        return new WebhookRequest(
                "POST",
                "https://shop.example/webhooks",
                Map.of(),
                query,
                body.formatted(code).getBytes(StandardCharsets.UTF_8));
    }
}
