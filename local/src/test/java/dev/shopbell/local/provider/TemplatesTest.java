package dev.shopbell.local.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that are registered with the platforms played here: sends are held against them, and shown as they read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplatesTest {
    private static final String ORDER = """
            {"name":"order_ready","language":"en_US","components":[
              {"type":"HEADER","format":"IMAGE"},
              {"type":"BODY","text":"Hi {{1}}, your order {{2}} is ready."},
              {"type":"FOOTER","text":"Bluebell Bakery"},
              {"type":"BUTTONS","buttons":[
                {"type":"QUICK_REPLY","text":"Thanks"},
                {"type":"URL","text":"Track","url":"https://shop.example/orders/{{1}}"},
                {"type":"PHONE_NUMBER","text":"Call us","phone_number":"+34600123456"}]}]}""";
    private static final String NAMED = """
            {"name":"hello","language":"en","parameter_format":"NAMED","components":[
              {"type":"HEADER","format":"TEXT","text":"For {{who}}"},{"type":"BODY","text":"Hello {{who}} on {{day}}."}]}""";
    private static final String PICTURE =
            "{'type':'header','parameters':[{'type':'image','image':{'link':'https://shop.example/order.jpg'}}]}";
    private static final String BODY =
            "{'type':'body','parameters':[{'type':'text','text':'Ana'},{'type':'currency','currency':{'fallback_value':'1042'}}]}";
    private static final String ANSWER =
            "{'type':'button','sub_type':'quick_reply','index':'0','parameters':[{'type':'payload','payload':'intent:thanks'}]}";
    private static final String SUFFIX =
            "{'type':'button','sub_type':'url','index':'1','parameters':[{'type':'text','text':'1042'}]}";

    private final TemplateShelf shelf = new TemplateShelf();
    private final Platform whatsApp = new WhatsAppPlatform(() -> "token", () -> "secret", shelf);
    private final Platform messenger = new MessengerPlatform(() -> "token", () -> "secret", shelf);

    @BeforeEach
    void register() {
        assertThat(shelf.register(ORDER).body().path("status").asText()).isEqualTo("APPROVED");
        assertThat(shelf.register(NAMED).status()).isEqualTo(200);
    }

    private Verdict onWhatsApp(String name, String components) {
        var body = """
                {"messaging_product":"whatsapp","to":"1555","type":"template","template":{"name":"%s",\
                "language":{"code":"%s"},"components":[%s]}}""".formatted(name, name.equals("hello") ? "en" : "en_US", components.replace('\'', '"'));
        return send(whatsApp, "106", body);
    }

    private Verdict onMessenger(String components) {
        var body = """
                {"recipient":{"id":"ANA"},"messaging_type":"UTILITY","message":{"template":{"name":"order_ready",\
                "language":{"code":"en_US"},"components":[%s]}}}""".formatted(components.replace('\'', '"'));
        return send(messenger, "me", body);
    }

    private static Verdict send(Platform platform, String account, String body) {
        return platform.send(
                PlatformsOnAGoodDayTest.graph(account, body), URI.create("http://127.0.0.1:8080"), Instant.EPOCH);
    }

    private static int code(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).answer().body().at("/error/code").asInt();
    }

    @Test
    void reads_as_it_was_registered_with_its_places_filled() {
        var sent =
                ((Verdict.Taken) onWhatsApp("order_ready", String.join(",", PICTURE, BODY, ANSWER, SUFFIX))).message();

        assertThat(sent.text()).isEqualTo("""
                [image] https://shop.example/order.jpg
                Hi Ana, your order 1042 is ready.
                Bluebell Bakery
                Track: https://shop.example/orders/1042
                Call us: +34600123456""");
        assertThat(sent.choices()).containsExactly(new Sent.Choice("intent:thanks", "Thanks"));
        assertThat(sent.json().at("/shown/buttons/1/value").asText()).isEqualTo("https://shop.example/orders/1042");
    }

    @Test
    void a_quick_reply_without_a_payload_comes_back_as_its_label() {
        var sent = ((Verdict.Taken) onWhatsApp("order_ready", String.join(",", PICTURE, BODY, SUFFIX))).message();

        assertThat(sent.choices()).containsExactly(new Sent.Choice("Thanks", "Thanks"));
    }

    @Test
    void variables_are_filled_by_name() {
        var sent = ((Verdict.Taken) onWhatsApp("hello", """
                {'type':'header','parameters':[{'type':'text','parameter_name':'who','text':'Ana'}]},
                {'type':'body','parameters':[{'type':'text','parameter_name':'day','text':'Friday'},
                {'type':'text','parameter_name':'who','text':'Ana'}]}""")).message();

        assertThat(sent.text()).isEqualTo("For Ana\nHello Ana on Friday.");
    }

    @Test
    void on_messenger_the_picture_stays_and_buttons_are_filled_in_their_order() {
        var sent = ((Verdict.Taken)
                        onMessenger(BODY + ",{'type':'buttons','parameters':[{'type':'URL','url':'1042'}]}"))
                .message();

        assertThat(sent.text()).contains("Hi Ana", "Track: https://shop.example/orders/1042");
        assertThat(code(onMessenger(BODY))).isEqualTo(100);
    }

    @Test
    void a_name_or_language_that_is_not_registered_is_unknown() {
        assertThat(code(onWhatsApp("order_redy", ""))).isEqualTo(132001);
        shelf.register(NAMED.replace("\"en\"", "\"es\"").replace("hello", "hola"));
        assertThat(code(onWhatsApp("hola", ""))).isEqualTo(132001);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "too few places|132000|{'type':'body','parameters':[{'type':'text','text':'Ana'}]}," + PICTURE + ","
                        + SUFFIX,
                "no picture|132012|" + BODY + "," + SUFFIX,
                "words for a picture|132012|{'type':'header','parameters':[{'type':'text','text':'a'}]}," + BODY + ","
                        + SUFFIX,
                "an address without its end|131008|" + PICTURE + "," + BODY,
                "a button too many|132000|" + PICTURE + "," + BODY + "," + SUFFIX
                        + ",{'type':'button','sub_type':'url','index':'3','parameters':[{'type':'text','text':'a'}]}",
                "two lines|100|{'type':'body','parameters':[{'type':'text','text':'a\\nb'},{'type':'text','text':'b'}]},"
                        + PICTURE + "," + SUFFIX,
                "an empty place|100|{'type':'body','parameters':[{'type':'text','text':''},{'type':'text','text':'b'}]},"
                        + PICTURE + "," + SUFFIX,
                "a place without an address|131008|{'type':'header','parameters':[{'type':'location','location':"
                        + "{'latitude':1,'longitude':2,'name':'a'}}]}," + BODY
            })
    void what_does_not_fit_is_refused_with_the_platforms_code(String what, int code, String components) {
        assertThat(code(onWhatsApp("order_ready", components)))
                .describedAs(what)
                .isEqualTo(code);
    }

    @Test
    void a_variable_without_its_name_is_of_another_format() {
        assertThat(code(onWhatsApp("hello", """
                {'type':'header','parameters':[{'type':'text','text':'Ana'}]},
                {'type':'body','parameters':[{'type':'text','text':'Ana'},{'type':'text','text':'Friday'}]}"""))).isEqualTo(132012);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"name\":\"Order Ready\",\"language\":\"en\"}",
                "{\"name\":\"a\",\"language\":\"en\",\"components\":[]}",
                "{\"name\":\"a\",\"language\":\"en\",\"components\":[{\"type\":\"BODY\",\"text\":\"b\"},"
                        + "{\"type\":\"BUTTONS\",\"buttons\":[{\"text\":\"A label that is far too long\"}]}]}"
            })
    void nothing_broken_is_registered(String template) {
        assertThat(shelf.register(template).status()).isEqualTo(400);
        assertThat(shelf.list().body().path("data")).hasSize(2);
    }
}
