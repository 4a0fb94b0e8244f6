package dev.shopbell.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.ChannelEvent.Meaning;
import dev.shopbell.channels.messenger.MessengerChannel;
import dev.shopbell.channels.sms.SmsChannel;
import dev.shopbell.channels.telegram.TelegramChannel;
import dev.shopbell.channels.whatsapp.WhatsAppChannel;
import dev.shopbell.conversation.Attachment;
import dev.shopbell.conversation.InboundMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A delivery in which a customer sends files. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FilesInDeliveriesTest {

    private final RecordingTransport transport = new RecordingTransport();
    private final Channel whatsApp = new WhatsAppChannel(Settings.all(), transport);
    private final Channel messenger = new MessengerChannel(Settings.all(), transport);
    private final Channel sms = new SmsChannel(Settings.all(), transport);
    private final Channel telegram = new TelegramChannel(Settings.all(), transport);

    private static InboundMessage message(Channel channel, String body) {
        var request = new WebhookRequest("POST", "https://shop.example/", Map.of(), Map.of(), Transport.utf8(body));
        return channel.read(request, Instant.EPOCH) instanceof Reading.Events(var events)
                        && events.getFirst().meaning() instanceof Meaning.Said(var mail)
                ? mail.message()
                : new InboundMessage.Unsupported(
                        new dev.shopbell.conversation.MessageId("none"),
                        dev.shopbell.conversation.ConversationId.parse("a:b:c"),
                        "nothing",
                        "");
    }

    private static List<Attachment> files(Channel channel, String body) {
        return message(channel, body).attachments();
    }

    private static String whatsApp(String content) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{\
                "metadata":{"phone_number_id":"106"},"messages":[{"id":"wamid.1","from":"491",%s}]}}]}]}""".formatted(content);
    }

    private static String messenger(String message) {
        return """
                {"object":"page","entry":[{"id":"1","messaging":[{"sender":{"id":"2"},"recipient":{"id":"1"},\
                "timestamp":1764000000000,"message":{"mid":"m_1",%s}}]}]}""".formatted(message);
    }

    private static String telegram(String content) {
        return """
                {"update_id":1,"message":{"message_id":2,"date":1764000000,"chat":{"id":3,"type":"private"},\
                "from":{"id":3,"first_name":"Ana"},%s}}""".formatted(content);
    }

    @Test
    void names_whatsapps_by_their_id() {
        assertThat(files(
                        whatsApp,
                        whatsApp("\"type\":\"image\",\"image\":{\"id\":\"4711\",\"mime_type\":\"image/jpeg\"}")))
                .containsExactly(new Attachment("image", "", "image/jpeg", "4711"));
        assertThat(files(
                        whatsApp,
                        whatsApp("\"type\":\"document\",\"document\":{\"id\":\"4712\",\"filename\":\"Tarta.pdf\","
                                + "\"mime_type\":\"application/pdf\"}")))
                .containsExactly(new Attachment("document", "Tarta.pdf", "application/pdf", "4712"));
        assertThat(files(
                        whatsApp,
                        whatsApp("\"type\":\"audio\",\"audio\":{\"id\":\"4713\",\"voice\":true,"
                                + "\"mime_type\":\"audio/ogg; codecs=opus\"}")))
                .containsExactly(new Attachment("voice", "", "audio/ogg; codecs=opus", "4713"));
    }

    @Test
    void finds_none_in_a_place_or_a_picture_without_an_id() {
        assertThat(files(whatsApp, whatsApp("\"type\":\"location\",\"location\":{\"latitude\":1,\"longitude\":2}")))
                .isEmpty();
        assertThat(files(whatsApp, whatsApp("\"type\":\"image\",\"image\":{}"))).isEmpty();
    }

    @Test
    void names_messengers_by_their_address_all_of_them() {
        var one = "{\"type\":\"image\",\"payload\":{\"url\":\"https://scontent.xx.fbcdn.net/1.jpg\"}}";
        var other = "{\"type\":\"file\",\"payload\":{\"url\":\"https://cdn.fbsbx.com/v/1_n.pdf/Mi%20tarta.pdf?oh=1\"}}";
        assertThat(files(messenger, messenger("\"attachments\":[" + one + "," + other + "]")))
                .containsExactly(
                        new Attachment("image", "", "", "https://scontent.xx.fbcdn.net/1.jpg"),
                        new Attachment(
                                "document", "Mi tarta.pdf", "", "https://cdn.fbsbx.com/v/1_n.pdf/Mi%20tarta.pdf?oh=1"));
    }

    @Test
    void keeps_a_file_beside_words_that_the_bot_answers() {
        var body = messenger("\"text\":\"Like this\",\"attachments\":[{\"type\":\"image\",\"payload\":{\"url\":"
                + "\"https://scontent.xx.fbcdn.net/1.jpg\"}}]");
        assertThat(message(messenger, body)).isInstanceOfSatisfying(InboundMessage.Text.class, text -> {
            assertThat(text.body()).isEqualTo("Like this");
            assertThat(text.attachments()).hasSize(1);
        });
    }

    @Test
    void takes_a_link_that_was_shared_for_no_file() {
        assertThat(
                        files(
                                messenger,
                                messenger(
                                        "\"attachments\":[{\"type\":\"fallback\",\"payload\":{\"url\":\"https://x.example\"}},"
                                                + "{\"type\":\"location\",\"payload\":{\"coordinates\":{\"lat\":1,\"long\":2}}}]")))
                .isEmpty();
    }

    @Test
    void names_twilios_by_their_address() {
        assertThat(files(
                        sms,
                        "From=%2B1&To=%2B2&MessageSid=MM1&Body=&NumMedia=2&MediaUrl0=https%3A%2F%2Fapi.twilio.com%2F0"
                                + "&MediaContentType0=image%2Fjpeg&MediaUrl1=https%3A%2F%2Fapi.twilio.com%2F1"
                                + "&MediaContentType1=text%2Fvcard"))
                .containsExactly(
                        new Attachment("image", "", "image/jpeg", "https://api.twilio.com/0"),
                        new Attachment("document", "", "text/vcard", "https://api.twilio.com/1"));
    }

    @Test
    void names_telegrams_by_their_id_a_photo_by_its_largest_size() {
        assertThat(files(telegram, telegram("\"photo\":[{\"file_id\":\"small\"},{\"file_id\":\"large\"}]")))
                .containsExactly(new Attachment("image", "", "", "large"));
        assertThat(
                        files(
                                telegram,
                                telegram(
                                        "\"document\":{\"file_id\":\"d\",\"file_name\":\"a.pdf\",\"mime_type\":\"application/pdf\"}")))
                .containsExactly(new Attachment("document", "a.pdf", "application/pdf", "d"));
        assertThat(files(telegram, telegram("\"location\":{\"latitude\":1,\"longitude\":2}")))
                .isEmpty();
    }

    @Test
    void are_one_where_messenger_has_a_sticker_under_its_old_and_its_new_name() {
        var sticker = "{\"type\":\"%s\",\"payload\":{\"url\":\"https://x.fbcdn.net/s\",\"sticker_id\":7}}";
        var body =
                messenger("\"attachments\":[" + sticker.formatted("sticker") + "," + sticker.formatted("image") + "]");
        assertThat(files(messenger, body)).containsExactly(new Attachment("sticker", "", "", "https://x.fbcdn.net/s"));
    }

    @Test
    void go_without_them_but_with_the_words_where_an_order_has_some() {
        assertThat(message(whatsApp, whatsApp("\"type\":\"order\",\"order\":{\"text\":\"By Friday\"}")))
                .isInstanceOfSatisfying(InboundMessage.Unsupported.class, order -> assertThat(order.caption())
                        .isEqualTo("By Friday"));
    }
}
