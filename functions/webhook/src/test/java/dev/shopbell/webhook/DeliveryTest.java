package dev.shopbell.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.channels.Hmac;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.conversation.DeliveryReport;
import dev.shopbell.conversation.DeliveryStatus;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Remedy;
import dev.shopbell.platform.RetryableFailure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeliveryTest {

    private final Shop shop = new Shop();

    private HttpAnswer deliver(String name) {
        return shop.edge.answer(Recorded.request(name));
    }

    private HttpAnswer deliverSigned(byte[] body) {
        return deliverSigned("/webhooks/messenger", body);
    }

    private HttpAnswer deliverSigned(String path, byte[] body) {
        var signature = "sha256=" + HexFormat.of().formatHex(Hmac.of("HmacSHA256", "dummy-app-secret", body));
        return shop.edge.answer(new WebhookRequest(
                "POST", "https://shop.example" + path, Map.of("X-Hub-Signature-256", signature), Map.of(), body));
    }

    @Test
    void is_refused_and_not_kept_when_it_is_forged() {
        assertThat(deliver("whatsapp-forged").status()).isEqualTo(403);
        assertThat(shop.kept).isEmpty();
        assertThat(shop.reported).isEmpty();
    }

    @Test
    void notes_how_far_all_replies_came_where_the_platform_says_it_of_them_together() {
        var body = """
                {"object":"page","entry":[{"id":"5","messaging":[
                {"sender":{"id":"9"},"recipient":{"id":"5"},"delivery":{"mids":["m"],"watermark":1764000000002}},
                {"sender":{"id":"9"},"recipient":{"id":"5"},"read":{"watermark":1764000000001}}]}]}""";

        assertThat(deliverSigned(body.getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(200);

        assertThat(shop.kept).isEmpty();
        assertThat(shop.reached)
                .containsExactly("messenger:5:9 DELIVERED 1764000000002", "messenger:5:9 READ 1764000000001");
    }

    @Test
    void notes_of_several_words_on_the_same_only_the_furthest() {
        var body = """
                {"object":"page","entry":[{"id":"5","messaging":[
                {"sender":{"id":"9"},"recipient":{"id":"5"},"read":{"watermark":1764000000002}},
                {"sender":{"id":"9"},"recipient":{"id":"5"},"delivery":{"watermark":1764000000001}},
                {"sender":{"id":"9"},"recipient":{"id":"5"},"delivery":{"watermark":1764000000002}},
                {"sender":{"id":"9"},"recipient":{"id":"5"},"read":{"watermark":1764000000001}},
                {"sender":{"id":"8"},"recipient":{"id":"5"},"delivery":{"watermark":1764000000001}}]}]}""";

        assertThat(deliverSigned(body.getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(200);

        assertThat(shop.reached)
                .containsExactly("messenger:5:9 READ 1764000000002", "messenger:5:8 DELIVERED 1764000000001");
    }

    @Test
    void notes_of_a_reply_that_was_sent_delivered_and_read_that_it_was_read() {
        var status =
                "{\"id\":\"wamid.1\",\"recipient_id\":\"34600111222\",\"timestamp\":\"1764000000\",\"status\":\"%s\","
                        + "\"biz_opaque_callback_data\":\"whatsapp:77:34600111222#%d.0\"}";
        var body =
                ("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\","
                                + "\"value\":{\"metadata\":{\"phone_number_id\":\"77\"},\"statuses\":[%s,%s,%s,%s]}}]}]}")
                        .formatted(
                                status.formatted("read", 1),
                                status.formatted("sent", 1),
                                status.formatted("failed", 2),
                                status.formatted("delivered", 1));

        assertThat(deliverSigned("/webhooks/whatsapp", body.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);

        assertThat(shop.reported)
                .extracting(report -> report.reply().turn() + " " + report.status())
                .containsExactly("1 READ", "2 FAILED");
    }

    @ParameterizedTest
    @CsvSource({"131047,WAIT_FOR_CUSTOMER", "131000,SEND_AGAIN", "131026,", "131042,"})
    void tells_the_conversation_of_a_failure_that_leaves_something_to_be_done(int code, Remedy remedy) {
        var body = """
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
                "metadata":{"phone_number_id":"77"},"statuses":[{"id":"wamid.1","recipient_id":"34600111222",
                "timestamp":"1764000000","status":"failed","biz_opaque_callback_data":"whatsapp:77:34600111222#1.0",
                "errors":[{"code":%d}]}]}}]}]}""".formatted(code);

        assertThat(deliverSigned("/webhooks/whatsapp", body.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);

        assertThat(shop.reported).extracting(DeliveryReport::errorCode).containsExactly(Integer.toString(code));
        assertThat(shop.failed)
                .extracting(mail -> mail.reply() + " " + mail.remedy())
                .isEqualTo(remedy == null ? List.of() : List.of("whatsapp:77:34600111222#1.0 " + remedy));
    }

    @Test
    void is_not_acknowledged_when_the_conversation_cannot_be_told_of_a_failure() {
        shop.mailboxRefuses = true;
        var body =
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\","
                        + "\"value\":{\"statuses\":[{\"id\":\"wamid.1\",\"timestamp\":\"1764000000\",\"status\":\"failed\","
                        + "\"biz_opaque_callback_data\":\"whatsapp:77:34600111222#1.0\",\"errors\":[{\"code\":131047}]}]}}]}]}";

        assertThatThrownBy(() -> deliverSigned("/webhooks/whatsapp", body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RetryableFailure.class);
        assertThat(shop.failed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"messenger-text", "whatsapp-text", "twilio-sms", "aws-sms-text"})
    void is_kept_before_it_is_acknowledged(String name) {
        assertThat(deliver(name).status()).isEqualTo(200);
        assertThat(shop.kept).hasSize(1).first().satisfies(mail -> {
            assertThat(mail.message()).isInstanceOf(InboundMessage.Text.class);
            assertThat(mail.receivedAt()).isEqualTo(Shop.NOW);
        });
    }

    @ParameterizedTest
    @CsvSource({"messenger-quick-reply", "messenger-postback", "whatsapp-button"})
    void is_kept_as_a_choice_when_something_was_pressed(String name) {
        assertThat(deliver(name).status()).isEqualTo(200);
        assertThat(shop.kept.getFirst().message()).isInstanceOf(InboundMessage.Choice.class);
    }

    @ParameterizedTest
    @CsvSource({
        "whatsapp-status,DELIVERED",
        "twilio-status,DELIVERED",
        "aws-sms-status,DELIVERED",
        "messenger-echo,SENT"
    })
    void is_noted_on_the_receipt_and_answered_by_nobody_when_it_is_the_word_on_a_reply(
            String name, DeliveryStatus status) {
        assertThat(deliver(name).status()).isEqualTo(200);
        assertThat(shop.kept).isEmpty();
        assertThat(shop.reported).hasSize(1).first().satisfies(report -> {
            assertThat(report.status()).isEqualTo(status);
            assertThat(report.reply().turn()).isEqualTo(1);
        });
    }

    @Test
    void is_not_acknowledged_when_the_mailbox_refuses() {
        shop.mailboxRefuses = true;
        assertThatThrownBy(() -> deliver("whatsapp-text")).isInstanceOf(RetryableFailure.class);
    }

    @Test
    void is_not_acknowledged_when_the_receipt_cannot_be_written() {
        shop.tableRefuses = true;
        assertThatThrownBy(() -> deliver("whatsapp-status")).isInstanceOf(RetryableFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "not json", "[]", "7", "{\"a\":1} trailing"})
    void is_called_malformed_though_signed_when_it_is_no_json_object(String body) {
        var answer = deliverSigned(body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("error").doesNotContain("Exception");
        assertThat(shop.kept).isEmpty();
    }

    @Test
    void is_called_malformed_though_signed_when_it_is_not_utf8() {
        assertThat(deliverSigned(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'})
                        .status())
                .isEqualTo(400);
    }

    @Test
    void is_turned_away_when_it_is_too_large_before_anything_is_computed_over_it() {
        assertThat(deliverSigned(new byte[1024 * 1024 + 1]).status()).isEqualTo(413);
    }

    @Test
    void survives_a_tower_of_brackets() {
        assertThat(deliverSigned("[".repeat(500_000).getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
        assertThat(deliverSigned(("{\"entry\":" + "[".repeat(900) + "]".repeat(900) + "}")
                                .getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void is_answered_to_twilio_with_an_empty_document() {
        var answer = deliver("twilio-sms");
        assertThat(answer.headers()).containsEntry("content-type", "text/xml; charset=utf-8");
        assertThat(answer.body()).endsWith("<Response/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messenger-handshake", "whatsapp-handshake"})
    void is_preceded_by_a_handshake_that_repeats_the_challenge(String name) {
        var answer = deliver(name);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1158201444");
        assertThat(answer.headers()).containsEntry("content-type", "text/plain; charset=utf-8");
    }

    @Test
    void is_not_preceded_by_a_handshake_with_another_token() {
        var request = new WebhookRequest(
                "GET",
                "https://shop.example/webhooks/messenger",
                Map.of(),
                Map.of("hub.mode", "subscribe", "hub.challenge", "1", "hub.verify_token", "guess"),
                new byte[0]);
        assertThat(shop.edge.answer(request).status()).isEqualTo(403);
    }

    @Test
    void is_logged_by_its_key_alone_where_it_is_of_a_kind_yet_to_come() {
        var logged = new ArrayList<String>();
        var log = Logger.getLogger(ReceiveDelivery.class.getName());
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(new SimpleFormatter().formatMessage(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(handler);
        try {
            var body = """
                    {"object":"page","entry":[{"id":"5","messaging":[
                    {"sender":{"id":"9"},"recipient":{"id":"5"},"carrier_pigeon":{"text":"secret"}}]}]}""";
            assertThat(deliverSigned(body.getBytes(StandardCharsets.UTF_8)).status())
                    .isEqualTo(200);
        } finally {
            log.removeHandler(handler);
        }
        assertThat(logged).containsExactly("Unknown event on messenger: carrier_pigeon");
        assertThat(shop.kept).isEmpty();
    }

    @Test
    void is_taken_at_each_address_that_twilio_may_have_been_given() {
        for (var path : new String[] {"/webhooks/twilio", "/webhooks/twilio/sms"}) {
            var mac = Hmac.of(
                    "HmacSHA1",
                    "dummy-twilio-token",
                    ("https://shop.example" + path + "BodyHiFrom+1To+2").getBytes(StandardCharsets.UTF_8));
            var answer = shop.edge.answer(new WebhookRequest(
                    "POST",
                    "https://inner.example" + path,
                    Map.of("X-Twilio-Signature", Base64.getEncoder().encodeToString(mac)),
                    Map.of(),
                    "From=%2B1&To=%2B2&Body=Hi".getBytes(StandardCharsets.UTF_8)));
            assertThat(answer.status()).as(path).isEqualTo(200);
        }
        assertThat(shop.kept).hasSize(2);
    }
}
