package dev.shopbell.channels.whatsapp;

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
import dev.shopbell.conversation.Remedy;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.conversation.TemplateFields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatsAppChannelTest extends ChannelContract {

    @Override
    protected Channel channel(Function<String, Optional<String>> settings, Transport transport) {
        return new WhatsAppChannel(settings, transport);
    }

    @Override
    protected WebhookRequest authentic() {
        return signed(message("\"from\":\"491\",\"type\":\"text\",\"text\":{\"body\":\"Hello\"}"));
    }

    @Override
    protected String proof() {
        return "X-Hub-Signature-256";
    }

    @Override
    protected ConversationId conversation() {
        return new ConversationId(new ChannelName("whatsapp"), "106", "491");
    }

    private static String value(String content) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{\
                "metadata":{"phone_number_id":"106"},"contacts":[{"profile":{"name":"Ana"},"user_id":"US.1349"}],%s}}]}]}""".formatted(content);
    }

    private static String message(String content) {
        return value("\"messages\":[{\"id\":\"wamid.1\",\"timestamp\":\"1764000000\"," + content + "}]");
    }

    private static WebhookRequest signed(String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var mac = HexFormat.of().formatHex(Hmac.of("HmacSHA256", Settings.APP_SECRET, bytes));
        return new WebhookRequest(
                "POST",
                "https://shop.example/webhooks/whatsapp",
                Map.of("X-Hub-Signature-256", "sha256=" + mac),
                Map.of(),
                bytes);
    }

    private Meaning meaningOf(String body) {
        var reading = channel(Settings.all(), new RecordingTransport()).read(signed(body), NOW);
        return ((Reading.Events) reading).events().getFirst().meaning();
    }

    @Test
    void writes_all_of_a_template_on_one_line() {
        var transport = new RecordingTransport();
        var fields = new TemplateFields(
                new TemplateFields.NoHeader(),
                List.of(
                        new TemplateFields.Words("", "Ana\n María"),
                        new TemplateFields.Money("", "12,50\n€", "EUR", 12_500),
                        new TemplateFields.Moment("", "Friday,     6\tpm")),
                List.of());
        channel(Settings.all(), transport)
                .send(new ReplyId(conversation(), 1, 0), new Reply.Template("Hi", "order_ready", "en", fields));
        assertThat(transport.sent().getFirst().body()).contains("\"Ana María\"", "\"12,50 €\"", "\"Friday, 6 pm\"");
    }

    @Test
    void signs_the_escapes_as_they_came_not_what_they_mean() {
        var recorded = Fixture.named("whatsapp/sig-escaped-form-only.json").json();
        var channel = channel(name -> Optional.of(recorded.path("secret").asText()), new RecordingTransport());
        var signature = Map.of(proof(), recorded.path("header").asText());
        var escaped = recorded.path("body_escaped_ascii").asText().getBytes(StandardCharsets.UTF_8);
        var plain = recorded.path("body_utf8").asText().getBytes(StandardCharsets.UTF_8);
        assertThat(channel.isAuthentic(with(signature, escaped))).isTrue();
        assertThat(channel.isAuthentic(with(signature, plain))).isFalse();
    }

    @Test
    void knows_who_speaks_and_when() {
        assertThat(((Meaning.Said) meaningOf(message("\"from\":\"491\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}")))
                        .mail())
                .satisfies(mail -> {
                    assertThat(mail.conversation()).isEqualTo(conversation());
                    assertThat(mail.profileName()).isEqualTo("Ana");
                    assertThat(mail.sentAt()).isEqualTo(Instant.ofEpochSecond(1764000000));
                });
    }

    @Test
    void talks_with_people_who_hide_their_number_by_their_scoped_id() {
        assertThat(((Meaning.Said) meaningOf(message("\"type\":\"text\",\"text\":{\"body\":\"Hi\"}")))
                        .mail()
                        .conversation()
                        .person())
                .isEqualTo("US.1349");
    }

    @Test
    void keeps_with_a_wish_the_scoped_id_that_stands_beside_the_number() {
        for (var beside : List.of("", "\"from_user_id\":\"US.1349\",")) {
            var stop = message("\"from\":\"491\"," + beside + "\"type\":\"text\",\"text\":{\"body\":\"Stop\"}");
            assertThat(((Meaning.Said) meaningOf(stop)).mail().message())
                    .isInstanceOfSatisfying(InboundMessage.Consent.class, wish -> {
                        assertThat(wish.conversation().person()).isEqualTo("491");
                        assertThat(wish.alias()).isEqualTo("US.1349");
                    });
        }
        assertThat(((Meaning.Said) meaningOf(message("\"type\":\"text\",\"text\":{\"body\":\"Stop\"}")))
                        .mail()
                        .message())
                .isInstanceOfSatisfying(InboundMessage.Consent.class, wish -> assertThat(wish.alias())
                        .isEmpty());
    }

    @Test
    void hears_a_pressed_button_as_a_choice() {
        assertThat(meaningOf(message("""
                        "from":"491","type":"interactive","interactive":{"type":"button_reply",\
                        "button_reply":{"id":"yes","title":"Yes!"}}"""))).isInstanceOfSatisfying(Meaning.Said.class, said -> assertThat(
                        said.mail().message())
                .isEqualTo(new InboundMessage.Choice(said.mail().id(), conversation(), "yes", "Yes!")));
    }

    @Test
    void hears_nothing_in_a_group() {
        assertThat(meaningOf(
                        message("\"from\":\"491\",\"group_id\":\"g\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}")))
                .isEqualTo(Meaning.NOTHING);
    }

    @Test
    void hears_nothing_in_a_reaction() {
        assertThat(meaningOf(message("\"from\":\"491\",\"type\":\"reaction\",\"reaction\":{\"emoji\":\"👍\"}")))
                .isEqualTo(Meaning.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"sent,SENT", "delivered,DELIVERED", "read,READ", "played,READ", "failed,FAILED"})
    void knows_what_became_of_a_reply_of_ours(String word, DeliveryStatus status) {
        var reply = new ReplyId(conversation(), 3, 0);
        var body = value("\"statuses\":[{\"id\":\"w\",\"status\":\"" + word + "\",\"timestamp\":\"1764000000\","
                + "\"recipient_id\":\"491\",\"errors\":[{\"code\":131047}],\"biz_opaque_callback_data\":\"" + reply
                + "\"}]");
        assertThat(meaningOf(body))
                .isEqualTo(new Meaning.Reported(
                        new DeliveryReport(reply, status, Instant.ofEpochSecond(1764000000), "131047")
                                .with(Remedy.WAIT_FOR_CUSTOMER)));
    }

    @Test
    void answers_nothing_that_was_said_before_the_number_came_to_us() {
        var body = message("\"from\":\"491\",\"type\":\"image\",\"image\":{\"id\":\"7\"}");
        assertThat(meaningOf(body)).isInstanceOf(Meaning.Said.class);
        assertThat(meaningOf(body.replace("\"field\":\"messages\"", "\"field\":\"history\"")))
                .isEqualTo(Meaning.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"call", "payment"})
    void takes_nothing_of_a_message_from_the_status_of_something_else(String type) {
        var reply = new ReplyId(conversation(), 3, 0);
        assertThat(meaningOf(value("\"statuses\":[{\"type\":\"" + type + "\",\"status\":\"failed\","
                        + "\"biz_opaque_callback_data\":\"" + reply + "\"}]")))
                .isEqualTo(Meaning.NOTHING);
    }

    @Test
    void tells_the_log_what_is_yet_to_come_by_its_name() {
        assertThat(meaningOf(message("\"from\":\"491\",\"type\":\"poll\""))).isEqualTo(new Meaning.Unknown("poll"));
        assertThat(meaningOf(message("\"from\":\"491\",\"type\":\"system\",\"system\":{\"type\":\"user_moved\"}")))
                .isEqualTo(new Meaning.Unknown("system.user_moved"));
        assertThat(meaningOf("{\"entry\":[{\"changes\":[{\"field\":\"flows\"}]}]}"))
                .isEqualTo(new Meaning.Unknown("flows"));
    }
}
