package dev.shopbell.channels.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.Channel;
import dev.shopbell.channels.ChannelContract;
import dev.shopbell.channels.ChannelEvent.Meaning;
import dev.shopbell.channels.Fixture;
import dev.shopbell.channels.Hmac;
import dev.shopbell.channels.Reading;
import dev.shopbell.channels.RecordingTransport;
import dev.shopbell.channels.Settings;
import dev.shopbell.channels.Transport;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.DeliveryReport;
import dev.shopbell.conversation.DeliveryStatus;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MessengerChannelTest extends ChannelContract {

    private static final String TEXT = """
            {"object":"page","entry":[{"id":"PAGE","time":1764000000000,"messaging":[{"sender":{"id":"ANA"},\
            "recipient":{"id":"PAGE"},"timestamp":1764000000000,"message":{"mid":"m_1","text":"Hello"}}]}]}""";

    @Override
    protected Channel channel(Function<String, Optional<String>> settings, Transport transport) {
        return new MessengerChannel(settings, transport);
    }

    @Override
    protected WebhookRequest authentic() {
        return signed(TEXT.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected String proof() {
        return "X-Hub-Signature-256";
    }

    @Override
    protected ConversationId conversation() {
        return new ConversationId(new ChannelName("messenger"), "PAGE", "ANA");
    }

    private static WebhookRequest signed(byte[] body) {
        return new WebhookRequest(
                "POST",
                "https://shop.example/webhooks/messenger",
                Map.of("X-Hub-Signature-256", "sha256=" + hex(Settings.APP_SECRET, body)),
                Map.of(),
                body);
    }

    private static String hex(String secret, byte[] body) {
        return HexFormat.of().formatHex(Hmac.of("HmacSHA256", secret, body));
    }

    private Meaning meaningOf(String body) {
        var reading = channel(Settings.all(), new RecordingTransport())
                .read(signed(body.getBytes(StandardCharsets.UTF_8)), NOW);
        return ((Reading.Events) reading).events().getFirst().meaning();
    }

    private static String event(String event) {
        return """
                {"object":"page","entry":[{"id":"PAGE","messaging":[{"sender":{"id":"ANA"},"recipient":{"id":"PAGE"},\
                "timestamp":1764000000000,%s}]}]}""".formatted(event);
    }

    @Test
    void refuses_a_body_that_was_changed_by_one_byte() {
        var tampered = TEXT.replace("Hello", "Hullo").getBytes(StandardCharsets.UTF_8);
        var signature = authentic().header(proof()).orElseThrow();
        assertThat(channel(Settings.all(), new RecordingTransport())
                        .isAuthentic(with(Map.of(proof(), signature), tampered)))
                .isFalse();
    }

    @Test
    void takes_upper_case_hex_for_what_it_says() {
        var signature = "sha256=" + hex(Settings.APP_SECRET, authentic().body()).toUpperCase(Locale.ROOT);
        assertThat(channel(Settings.all(), new RecordingTransport())
                        .isAuthentic(
                                with(Map.of(proof(), signature), authentic().body())))
                .isTrue();
    }

    @Test
    void refuses_a_genuine_delivery_that_is_only_signed_the_old_way() {
        var recorded = Fixture.named("messenger/sig-legacy-sha1.json").json();
        var body = recorded.path("body").asText().getBytes(StandardCharsets.UTF_8);
        var old = recorded.path("headers").path("X-Hub-Signature").asText();
        Function<String, Optional<String>> settings =
                name -> Optional.of(recorded.path("secret").asText());
        var channel = channel(settings, new RecordingTransport());
        assertThat(channel.isAuthentic(with(Map.of("X-Hub-Signature", old), body)))
                .isFalse();
        var derived = recorded.path("derived_sha256").asText();
        assertThat(channel.isAuthentic(with(Map.of(proof(), derived), body))).isTrue();
    }

    @Test
    void says_that_a_person_answers_when_only_persons_still_may() {
        var transport = new RecordingTransport();
        channel(Settings.all(), transport)
                .sendLate(new ReplyId(conversation(), 7, 0), new Reply.Text("It is ready."), 0);
        assertThat(transport.sent().getFirst().body())
                .contains("\"messaging_type\":\"MESSAGE_TAG\"", "\"tag\":\"HUMAN_AGENT\"");
    }

    @Test
    void hears_a_pressed_quick_reply_as_a_choice() {
        assertThat(meaningOf(event(
                        "\"message\":{\"mid\":\"m\",\"text\":\"Prices\",\"quick_reply\":{\"payload\":\"prices\"}}")))
                .isInstanceOfSatisfying(
                        Meaning.Said.class, said -> assertThat(said.mail().message())
                                .isInstanceOfSatisfying(InboundMessage.Choice.class, choice -> {
                                    assertThat(choice.value()).isEqualTo("prices");
                                    assertThat(choice.title()).isEqualTo("Prices");
                                }));
    }

    @Test
    void hears_a_picture_as_something_it_does_not_understand() {
        assertThat(
                        meaningOf(
                                event(
                                        "\"message\":{\"mid\":\"m\",\"attachments\":[{\"type\":\"image\",\"payload\":{\"url\":\"u\"}}]}")))
                .isInstanceOfSatisfying(
                        Meaning.Said.class,
                        said -> assertThat(said.mail().message()).isInstanceOf(InboundMessage.Unsupported.class));
    }

    @Test
    void hears_nothing_in_a_thread_that_another_app_has() {
        assertThat(meaningOf(TEXT.replace("messaging", "standby"))).isEqualTo(Meaning.NOTHING);
    }

    @Test
    void hears_nothing_on_instagram() {
        assertThat(meaningOf(TEXT.replace("\"page\"", "\"instagram\""))).isEqualTo(Meaning.NOTHING);
    }

    @Test
    void takes_the_echo_of_a_reply_of_ours_for_the_proof_that_it_was_sent() {
        var reply = new ReplyId(conversation(), 7, 1);
        assertThat(meaningOf(event(
                        "\"message\":{\"mid\":\"m\",\"is_echo\":true,\"text\":\"Hi\",\"metadata\":\"" + reply + "\"}")))
                .isEqualTo(new Meaning.Reported(
                        new DeliveryReport(reply, DeliveryStatus.SENT, Instant.ofEpochMilli(1764000000000L), "")));
    }

    @Test
    void takes_a_watermark_for_the_word_on_all_replies_before_it() {
        assertThat(meaningOf(event("\"delivery\":{\"mids\":[\"m\"],\"watermark\":1764000000005}")))
                .isEqualTo(new Meaning.Reached(
                        conversation(), DeliveryStatus.DELIVERED, Instant.ofEpochMilli(1764000000005L)));
        assertThat(meaningOf(event("\"read\":{\"watermark\":1764000000006}")))
                .isEqualTo(
                        new Meaning.Reached(conversation(), DeliveryStatus.READ, Instant.ofEpochMilli(1764000000006L)));
    }

    @Test
    void takes_a_watermark_of_no_time_or_from_the_future_for_no_more_than_is_sure() {
        assertThat(meaningOf(event("\"read\":{}"))).isEqualTo(Meaning.NOTHING);
        assertThat(meaningOf(event("\"read\":{\"watermark\":9000000000000}")))
                .isInstanceOfSatisfying(Meaning.Reached.class, reached -> assertThat(reached.until())
                        .isBefore(Instant.ofEpochMilli(9_000_000_000_000L)));
    }

    @Test
    void takes_nothing_from_the_echo_of_another_app() {
        assertThat(meaningOf(event(
                        "\"message\":{\"mid\":\"m\",\"is_echo\":true,\"text\":\"Hi\",\"metadata\":\"campaign-7\"}")))
                .isEqualTo(Meaning.NOTHING);
    }

    @Test
    void derives_an_id_where_a_postback_has_none() {
        var first = meaningOf(event("\"postback\":{\"payload\":\"A\"}"));
        var second = meaningOf(event("\"postback\":{\"payload\":\"B\"}"));
        assertThat(((Meaning.Said) first).mail().id())
                .isNotEqualTo(((Meaning.Said) second).mail().id())
                .isEqualTo(((Meaning.Said) meaningOf(event("\"postback\":{\"payload\":\"A\"}")))
                        .mail()
                        .id());
    }

    @Test
    void tells_the_log_what_an_event_is_called_that_is_yet_to_come() {
        assertThat(meaningOf(event("\"messaging_feedback\":{}"))).isEqualTo(new Meaning.Unknown("messaging_feedback"));
        assertThat(meaningOf(event("\"a\\nb {0}\":1"))).isEqualTo(new Meaning.Unknown("ab0"));
        assertThat(meaningOf("{\"entry\":[{\"changes\":[{\"field\":\"feed\"}]}]}"))
                .isEqualTo(new Meaning.Unknown("feed"));
    }

    @Test
    void takes_nothing_for_consent_where_one_topic_of_marketing_is_stopped() {
        assertThat(meaningOf(event("\"optin\":{\"notification_messages_status\":\"STOP NOTIFICATIONS\"}")))
                .isEqualTo(Meaning.NOTHING);
    }
}
