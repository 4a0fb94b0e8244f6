package dev.shopbell.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.Channel;
import dev.shopbell.channels.ChannelContract;
import dev.shopbell.channels.ChannelEvent.Meaning;
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
import dev.shopbell.conversation.MediaKind;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Remedy;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.conversation.TemplateFields;
import dev.shopbell.conversation.Wish;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsChannelTest extends ChannelContract {

    private static final String URL = "https://shop.example/webhooks/twilio";

    @Override
    protected Channel channel(Function<String, Optional<String>> settings, Transport transport) {
        return new SmsChannel(settings, transport);
    }

    @Override
    protected WebhookRequest authentic() {
        var signature = sign(URL + "BodyHelloFrom+4915155550101MessageSidSM1To+15555550100");
        return request(
                "https://inner.example/webhooks/twilio",
                Map.of(),
                signature,
                "MessageSid=SM1&From=%2B4915155550101&To=%2B15555550100&Body=Hello");
    }

    @Override
    protected String proof() {
        return "X-Twilio-Signature";
    }

    @Override
    protected ConversationId conversation() {
        return new ConversationId(new ChannelName("sms"), "+15555550100", "+4915155550101");
    }

    private static String sign(String signed) {
        return Base64.getEncoder()
                .encodeToString(Hmac.of("HmacSHA1", Settings.TWILIO_TOKEN, signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static WebhookRequest request(String url, Map<String, String> query, String signature, String body) {
        return new WebhookRequest(
                "POST", url, Map.of("X-Twilio-Signature", signature), query, body.getBytes(StandardCharsets.UTF_8));
    }

    private Meaning meaningOf(Map<String, String> query, String body) {
        var reading = channel(Settings.all(), new RecordingTransport()).read(request(URL, query, "", body), NOW);
        return ((Reading.Events) reading).events().getFirst().meaning();
    }

    @Test
    void refuses_a_form_in_which_a_field_was_added() {
        var more = new String(authentic().body(), StandardCharsets.UTF_8) + "&Extra=1";
        var signature = Map.of(proof(), authentic().header(proof()).orElseThrow());
        assertThat(channel(Settings.all(), new RecordingTransport())
                        .isAuthentic(with(signature, more.getBytes(StandardCharsets.UTF_8))))
                .isFalse();
    }

    @Test
    void checks_json_by_its_hash_in_the_url() {
        var body = "{\"a\":1}";
        var hash = Hmac.sha256Hex(body.getBytes(StandardCharsets.UTF_8));
        var url = URL + "?bodySHA256=" + hash;
        var channel = channel(Settings.all(), new RecordingTransport());
        assertThat(channel.isAuthentic(request(url, Map.of("bodySHA256", hash), sign(url), body)))
                .isTrue();
        assertThat(channel.isAuthentic(request(url, Map.of("bodySHA256", hash), sign(url), body + " ")))
                .isFalse();
    }

    @Test
    void takes_a_status_whether_or_not_the_part_of_its_address_that_asks_for_retries_was_signed() {
        var url = "https://shop.example/webhooks/twilio/status?reply=sms%3A%2B1%3A%2B2%231.0";
        var query = Map.of("reply", "sms:+1:+2#1.0");
        var channel = channel(Settings.all(), new RecordingTransport());
        for (var signed : List.of(url, url + TwilioApi.RETRIED)) {
            assertThat(channel.isAuthentic(
                            request(url, query, sign(signed + "MessageStatussent"), "MessageStatus=sent")))
                    .as(signed)
                    .isTrue();
        }
        assertThat(channel.isAuthentic(
                        request(url, query, sign(url + "#rc=1" + "MessageStatussent"), "MessageStatus=sent")))
                .isFalse();
    }

    @Test
    void takes_the_address_of_the_request_where_none_is_configured() {
        var request = request(URL, Map.of(), sign(URL + "FromA"), "From=A");
        assertThat(channel(Settings.withEmpty("PUBLIC_BASE_URL"), new RecordingTransport())
                        .isAuthentic(request))
                .isTrue();
    }

    @Test
    void hears_that_somebody_wants_no_messages() {
        assertThat(wishOf("From=%2B1&To=%2B2&MessageSid=S&Body=Stop")).satisfies(consent -> {
            assertThat(consent.wish()).isEqualTo(Wish.STOP);
            assertThat(consent.answered()).isFalse();
        });
    }

    @Test
    void hears_it_in_words_of_the_owners_choice_that_twilio_understood_and_answered() {
        assertThat(wishOf("From=%2B1&To=%2B2&MessageSid=S&Body=genug&OptOutType=STOP"))
                .satisfies(consent -> {
                    assertThat(consent.wish()).isEqualTo(Wish.STOP);
                    assertThat(consent.answered()).isTrue();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "END", "Quit", "revoke", "fin"})
    void hears_in_a_chat_that_twilio_carries_a_word_where_a_carrier_would_hear_a_wish(String word) {
        var chat = "From=whatsapp%3A%2B15551230001&To=whatsapp%3A%2B2&MessageSid=S&Body=" + word;
        assertThat(((Meaning.Said) meaningOf(Map.of(), chat)).mail().message())
                .isInstanceOfSatisfying(InboundMessage.Text.class, text -> assertThat(text.body())
                        .isEqualTo(word));
        assertThat(wishOf(chat + "&OptOutType=STOP").wish()).isEqualTo(Wish.STOP);
    }

    @Test
    void hears_stop_in_a_chat_that_twilio_carries() {
        assertThat(wishOf("From=whatsapp%3A%2B15551230001&To=whatsapp%3A%2B2&MessageSid=S&Body=stop")
                        .wish())
                .isEqualTo(Wish.STOP);
    }

    @Test
    void knows_that_twilio_has_answered_a_call_for_help() {
        assertThat(wishOf("From=%2B1&To=%2B2&MessageSid=S&Body=info&OptOutType=HELP"))
                .satisfies(consent -> {
                    assertThat(consent.wish()).isEqualTo(Wish.HELP);
                    assertThat(consent.answered()).isTrue();
                });
    }

    private InboundMessage.Consent wishOf(String form) {
        var said = (Meaning.Said) meaningOf(Map.of(), form);
        return (InboundMessage.Consent) said.mail().message();
    }

    @ParameterizedTest
    @CsvSource({
        "queued,ACCEPTED",
        "sent,SENT",
        "delivered,DELIVERED",
        "undelivered,FAILED",
        "failed,FAILED",
        "read,READ"
    })
    void knows_what_became_of_a_reply_of_ours(String word, DeliveryStatus status) {
        var reply = new ReplyId(conversation(), 3, 0);
        assertThat(meaningOf(
                        Map.of("reply", reply.toString()),
                        "MessageStatus=" + word
                                + "&MessageSid=S&From=%2B15555550100&To=%2B4915155550101&ErrorCode=30003"))
                .isEqualTo(
                        new Meaning.Reported(new DeliveryReport(reply, status, NOW, "30003").with(Remedy.SEND_AGAIN)));
    }

    @Test
    void keeps_a_whatsapp_address_that_twilio_carries_answerable() {
        var said = (Meaning.Said) meaningOf(
                Map.of(), "From=whatsapp%3A%2B1555&To=whatsapp%3A%2B1999&MessageSid=S&Body=Hi&ProfileName=Ana");
        var transport = new RecordingTransport();
        channel(Settings.all(), transport).send(new ReplyId(said.mail().conversation(), 1, 0), new Reply.Text("Hello"));
        assertThat(transport.sent().getFirst().body())
                .startsWith("To=whatsapp%3A%2B1555&From=whatsapp%3A%2B1999&Body=Hello");
    }

    private static String decoded(RecordingTransport.Sent sent) {
        return URLDecoder.decode(sent.body(), StandardCharsets.UTF_8);
    }

    private List<String> sent(String conversation, Reply reply, int... answers) {
        var transport = new RecordingTransport();
        for (var status : answers) {
            transport.answering(status, "{\"code\":21620,\"message\":\"Invalid media URL(s)\"}");
        }
        channel(Settings.withEmpty("PUBLIC_BASE_URL"), transport)
                .send(new ReplyId(ConversationId.parse(conversation), 1, 0), reply);
        return transport.sent().stream()
                .map(SmsChannelTest::decoded)
                .map(form -> form.substring(form.indexOf('&', form.indexOf("From=")) + 1))
                .toList();
    }

    @Test
    void sends_pictures_between_numbers_of_north_america_and_their_address_elsewhere() {
        var picture = new Reply.Media("Fresh today", MediaKind.IMAGE, "https://shop.example/a.jpg", "");
        var words = "Body=Fresh today\nhttps://shop.example/a.jpg";

        assertThat(sent("sms:+15555550100:+15551230000", picture))
                .containsExactly("Body=Fresh today&MediaUrl=https://shop.example/a.jpg");
        assertThat(sent("sms:+15555550100:+34600123456", picture)).containsExactly(words);
        assertThat(sent("sms:+34900100100:+15551230000", picture)).containsExactly(words);
        assertThat(sent("sms:55501:+15551230000", picture)).containsExactly(words);
    }

    @Test
    void says_the_address_of_a_file_that_twilio_refuses() {
        var picture = new Reply.Media("Fresh today", MediaKind.IMAGE, "https://shop.example/a.jpg", "");

        assertThat(sent("sms:+15555550100:+15551230000", picture, 400))
                .containsExactly(
                        "Body=Fresh today&MediaUrl=https://shop.example/a.jpg",
                        "Body=Fresh today\nhttps://shop.example/a.jpg");
    }

    @Test
    void fills_a_template_of_twilios_on_whatsapp_and_says_one_of_metas_in_its_words() {
        var sid = "HX" + "0123456789abcdef".repeat(2);
        var fields = new TemplateFields(
                new TemplateFields.Words("", "Order 1042"),
                List.of(new TemplateFields.Words("name", "Ana\nMaría"), new TemplateFields.Moment("", "Friday")),
                List.of(
                        new TemplateFields.Answer(new Option("intent:thanks", "Thanks")),
                        new TemplateFields.Page("Track", "https://shop.example/", "1042")));
        var here = "sms:whatsapp~+15555550100:whatsapp:+34600123456";

        assertThat(sent(here, new Reply.Template("It is ready.", sid, "en", fields)))
                .containsExactly("ContentSid=" + sid + "&ContentVariables="
                        + "{\"1\":\"Order 1042\",\"2\":\"Friday\",\"3\":\"1042\",\"name\":\"Ana María\"}");
        assertThat(sent(here, new Reply.Template("It is ready.", sid, "en", List.of())))
                .containsExactly("ContentSid=" + sid);
        assertThat(sent(here, new Reply.Template("It is ready.", "order_ready", "en", List.of("1042"))))
                .containsExactly("Body=It is ready.");
        assertThat(sent("sms:+15555550100:+34600123456", new Reply.Template("It is ready.", sid, "en", fields)))
                .singleElement()
                .asString()
                .startsWith("Body=Order 1042\nIt is ready.");
    }

    @Test
    void hears_a_pressed_button_as_a_choice() {
        assertThat(meaningOf(Map.of(), "From=a&To=b&MessageSid=S&Body=Yes&ButtonPayload=yes&ButtonText=Yes"))
                .isInstanceOfSatisfying(
                        Meaning.Said.class,
                        said -> assertThat(said.mail().message()).isInstanceOf(InboundMessage.Choice.class));
    }

    @Test
    void hears_a_picture_with_its_words() {
        assertThat(((Meaning.Said) meaningOf(Map.of(), "From=a&To=b&MessageSid=S&Body=Look&NumMedia=1&MediaUrl0=u"))
                        .mail()
                        .message())
                .isInstanceOfSatisfying(InboundMessage.Unsupported.class, message -> assertThat(message.caption())
                        .isEqualTo("Look"));
    }

    @Test
    void knows_what_became_of_a_reply_from_a_callback_that_only_has_the_older_name() {
        var reply = new ReplyId(conversation(), 3, 0);
        assertThat(meaningOf(
                        Map.of("reply", reply.toString()),
                        "SmsStatus=delivered&SmsSid=S&From=%2B15555550100&To=%2B4915155550101&Body=Hello"))
                .isEqualTo(new Meaning.Reported(new DeliveryReport(reply, DeliveryStatus.DELIVERED, NOW, "")));
    }

    @Test
    void checks_json_that_twilios_own_libraries_signed() {
        var body = "{\"property\": \"value\", \"boolean\": true}";
        var hash = Hmac.sha256Hex(body.getBytes(StandardCharsets.UTF_8));
        var url = "https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256=" + hash;
        assertThat(TwilioSignature.isForJson(
                        "12345", url, hash, body.getBytes(StandardCharsets.UTF_8), "a9nBmqA0ju/hNViExpshrM61xv4="))
                .isTrue();
    }

    @Test
    void knows_the_signed_address_with_the_gateways_stage_and_without() {
        var signature = sign("https://shop.example/webhooks/twilioFromA");
        var staged = "https://inner.example/prod/webhooks/twilio";
        var inside = new WebhookRequest(
                "POST",
                staged,
                "/webhooks/twilio",
                Map.of("X-Twilio-Signature", signature),
                Map.of(),
                "From=A".getBytes(StandardCharsets.UTF_8));
        assertThat(channel(Settings.all(), new RecordingTransport()).isAuthentic(inside))
                .isTrue();
        assertThat(channel(Settings.withEmpty("PUBLIC_BASE_URL"), new RecordingTransport())
                        .isAuthentic(request(staged, Map.of(), sign(staged + "FromA"), "From=A")))
                .isTrue();
    }
}
