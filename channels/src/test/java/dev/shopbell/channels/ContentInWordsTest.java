package dev.shopbell.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.ChannelEvent.Meaning;
import dev.shopbell.channels.messenger.MessengerChannel;
import dev.shopbell.channels.sms.SmsChannel;
import dev.shopbell.channels.telegram.TelegramChannel;
import dev.shopbell.channels.whatsapp.WhatsAppChannel;
import dev.shopbell.conversation.InboundMessage;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What came in no words stands in words where the bot and a person can read it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContentInWordsTest {

    private static final String MAP = "https://www.google.com/maps/search/?api=1&query=";

    private final RecordingTransport transport = new RecordingTransport();
    private final Channel whatsApp = new WhatsAppChannel(Settings.all(), transport);
    private final Channel messenger = new MessengerChannel(Settings.all(), transport);
    private final Channel sms = new SmsChannel(Settings.all(), transport);
    private final Channel telegram = new TelegramChannel(Settings.all(), transport);

    private static InboundMessage message(Channel channel, String body) {
        var request = new WebhookRequest("POST", "https://shop.example/", Map.of(), Map.of(), Transport.utf8(body));
        var events = ((Reading.Events) channel.read(request, Instant.EPOCH)).events();
        return ((Meaning.Said) events.getFirst().meaning()).mail().message();
    }

    private InboundMessage onWhatsApp(String content) {
        return message(whatsApp, """
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{\
                "metadata":{"phone_number_id":"106"},"messages":[{"id":"wamid.1","from":"491",%s}]}}]}]}""".formatted(content));
    }

    private InboundMessage onTelegram(String content) {
        return message(telegram, """
                {"update_id":1,"message":{"message_id":2,"date":1764000000,"chat":{"id":3,"type":"private"},\
                "from":{"id":3,"first_name":"Ana"},%s}}""".formatted(content));
    }

    @Test
    void a_place_on_whatsapp_is_words_with_a_map() {
        var place = onWhatsApp("\"type\":\"location\",\"location\":{\"latitude\":37.4611978,\"longitude\":-0.00001,"
                + "\"name\":\"Bluebell\",\"address\":\"1 Mill Lane\",\"url\":\"https://elsewhere.example\"}");
        assertThat(place).isInstanceOfSatisfying(InboundMessage.Text.class, text -> assertThat(text.body())
                .isEqualTo("Bluebell\n1 Mill Lane\n37.4611978,-0.00001\n" + MAP + "37.4611978,-0.00001"));
    }

    @Test
    void a_place_that_is_called_stop_is_no_wish() {
        assertThat(onWhatsApp("\"type\":\"location\",\"location\":{\"name\":\"Stop\"}"))
                .isInstanceOf(InboundMessage.Text.class);
    }

    @Test
    void a_place_of_which_nothing_is_known_is_a_place_all_the_same() {
        assertThat(onWhatsApp("\"type\":\"location\",\"location\":{}").words()).isEqualTo("[location]");
    }

    @Test
    void a_flow_filled_in_is_a_line_a_field_without_what_only_the_flow_knows() {
        var json =
                "{\\\"size\\\":\\\"large\\\",\\\"toppings\\\":[\\\"nuts\\\",\\\"cream\\\"],\\\"when\\\":{\\\"day\\\":"
                        + "\\\"Friday\\\"},\\\"gift\\\":true,\\\"note\\\":\\\"\\\",\\\"flow_token\\\":\\\"AQAA\\\"}";
        var filled = onWhatsApp("\"type\":\"interactive\",\"interactive\":{\"type\":\"nfm_reply\",\"nfm_reply\":"
                + "{\"name\":\"flow\",\"body\":\"Sent\",\"response_json\":\"" + json + "\"}}");
        assertThat(filled).isInstanceOfSatisfying(InboundMessage.Text.class, text -> assertThat(text.body())
                .isEqualTo("size: large\ntoppings: nuts, cream\nwhen.day: Friday\ngift: true"));
    }

    @Test
    void a_flow_whose_answer_is_no_json_is_told_as_it_stands() {
        assertThat(InWords.filledIn("large, please")).isEqualTo("large, please");
    }

    @Test
    void contacts_are_names_and_numbers() {
        var contacts =
                onWhatsApp("\"type\":\"contacts\",\"contacts\":[{\"name\":{\"formatted_name\":\"Monica\"},\"phones\":["
                        + "{\"phone\":\"+1 666\"},{\"wa_id\":\"1777\"}]},{\"phones\":[{\"phone\":\"+1 555\"}]}]");
        assertThat(contacts.words()).isEqualTo("Monica: +1 666, 1777\n+1 555");
        assertThat(onTelegram("\"contact\":{\"phone_number\":\"+34600\",\"first_name\":\"Ana\",\"last_name\":\"Gil\"}")
                        .words())
                .isEqualTo("Ana Gil: +34600");
    }

    @Test
    void an_order_is_its_lines_after_what_was_written_with_it() {
        var order = onWhatsApp("\"type\":\"order\",\"order\":{\"text\":\"By Friday\",\"product_items\":[{"
                + "\"product_retailer_id\":\"CAKE\",\"quantity\":3,\"item_price\":30,\"currency\":\"EUR\"},"
                + "{\"product_retailer_id\":\"BUN\"}]}");
        assertThat(order.words()).isEqualTo("By Friday\n3 × CAKE, 30 EUR\n1 × BUN");
    }

    @Test
    void a_place_and_a_flow_that_twilio_brings_are_words_too() {
        var from = "From=whatsapp%3A%2B1555&To=whatsapp%3A%2B1999&MessageSid=S&";
        assertThat(message(sms, from + "Latitude=1.5&Longitude=2.5&Label=Mill&Address=Lane+1&Body=")
                        .words())
                .isEqualTo("Mill\nLane 1\n1.5,2.5\n" + MAP + "1.5,2.5");
        assertThat(message(sms, from + "Body=&InteractiveData=%7B%22size%22%3A%22large%22%7D")
                        .words())
                .isEqualTo("size: large");
    }

    @Test
    void a_place_on_messenger_and_on_telegram_is_words_too() {
        assertThat(message(messenger, """
                        {"object":"page","entry":[{"id":"1","messaging":[{"sender":{"id":"2"},"recipient":{"id":"1"},\
                        "timestamp":1764000000000,"message":{"mid":"m_1","attachments":[{"type":"location","title":"Ana's",\
                        "payload":{"coordinates":{"lat":1.5,"long":2.5}}}]}}]}]}""").words()).isEqualTo("Ana's\n1.5,2.5\n" + MAP + "1.5,2.5");
        assertThat(onTelegram("\"location\":{\"latitude\":1.5,\"longitude\":2.5},\"venue\":{\"title\":\"Mill\","
                                + "\"address\":\"Lane 1\"}")
                        .words())
                .startsWith("Mill\nLane 1\n1.5,2.5\n" + MAP);
    }
}
