package dev.shopbell.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.MediaKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer shows besides its words: read, compiled, and told where no platform could draw it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AttachedFilesTest {

    private static final Path BAKERY = Path.of("../bots/bakery");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path bot;

    @BeforeEach
    void copyTheBakery() throws IOException {
        try (var files = Files.walk(BAKERY)) {
            for (var file : files.toList()) {
                var copy = bot.resolve(BAKERY.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** A bakery with one intent more, which ends so. */
    private void write(String ending) throws IOException {
        Files.writeString(bot.resolve("intents/menu.yaml"), """
                intent: menu
                title: {en: "Menu", es: "Carta"}
                examples: {en: ["menu one", "menu two", "menu three"], es: ["carta uno", "carta dos", "carta tres"]}
                answer: {en: "Here it is", es: "Aquí está"}
                """ + ending);
    }

    private Attached attached(String ending) throws Exception {
        write(ending);
        var read = BotFiles.read(bot);
        BotCompiler.write(read, bot.resolve("out"));
        var back = BotCompiler.read(bot.resolve("out"));
        assertThat(back).isEqualTo(read);
        var attached = back.intent("menu").orElseThrow().attached();
        assertThat(attached).isNotNull();
        return Objects.requireNonNull(attached);
    }

    private List<String> problems(String ending) throws IOException {
        write(ending);
        try {
            BotFiles.read(bot);
            return List.of();
        } catch (InvalidBotException e) {
            return e.problems().stream()
                    .map(p -> bot.relativize(p.file()) + ":" + p.line() + ": " + p.message())
                    .toList();
        }
    }

    @Test
    void cards_have_lines_pictures_and_buttons() throws Exception {
        var cards = attached("""
                        cards:
                          - title: {en: "Bread", es: "Pan"}
                            subtitle: Sourdough
                            image: https://shop.example/bread.jpg
                            buttons:
                              - prices
                              - {title: {en: "Order", es: "Pedir"}, url: "https://shop.example/order"}
                          - title: Rolls
                        """).cards();

        assertThat(cards).hasSize(2);
        assertThat(cards.getFirst().title().in("es")).isEqualTo("Pan");
        assertThat(cards.getFirst().subtitle().in("es")).isEqualTo("Sourdough");
        assertThat(cards.getFirst().buttons())
                .extracting(Attached.Button::intent)
                .containsExactly("prices", "");
        assertThat(cards.getFirst().buttons().get(1).title().in("en")).isEqualTo("Order");
    }

    @ParameterizedTest
    @CsvSource({
        "menu.pdf,FILE",
        "menu.PDF?v=2,FILE",
        "bake.mp4,VIDEO",
        "hello.mp3,AUDIO",
        "bread.jpg,IMAGE",
        "menu,FILE"
    })
    void a_file_is_what_its_ending_says(String name, MediaKind kind) throws Exception {
        var media = attached("file: https://shop.example/" + name + "\n").media();
        assertThat(media).isNotNull();
        assertThat(Objects.requireNonNull(media).kind()).isEqualTo(kind);
        assertThat(media.name().in("en")).isEqualTo(name.replaceFirst("\\?.*", ""));
    }

    @Test
    void a_place_and_a_form_are_read() throws Exception {
        var place = attached("place: {latitude: 40.5, longitude: -3.7, name: Shop}\n")
                .place();
        assertThat(Objects.requireNonNull(place).longitude()).isEqualTo(-3.7);
        var form = attached("form: {id: \"12\", title: Order, url: \"https://shop.example/order\"}\n")
                .form();
        assertThat(Objects.requireNonNull(form).id()).isEqualTo("12");
    }

    @Test
    void a_template_is_read_with_all_that_is_filled_into_it() throws Exception {
        var template = Objects.requireNonNull(attached("""
                        template:
                          name: order_ready
                          channels: [whatsapp, messenger]
                          language: {en: en_US, es: es}
                          header: {image: "https://shop.example/order.jpg"}
                          body:
                            - "{name}"
                            - {money: {en: "€12.50", es: "12,50 €"}, currency: EUR, amount: 12.5}
                            - {time: {en: Friday, es: viernes}}
                          buttons:
                            - thanks
                            - {title: {en: Track, es: Seguir}, url: "https://shop.example/orders/", suffix: "1042"}
                            - {code: CAKE10}
                            - {title: Rate, form: reply, data: {order: "1042"}}
                            - {title: Call us, phone: "+34600123456"}
                          nameless: {en: there, es: amigo}
                        """).template());

        assertThat(template.language().in("en")).isEqualTo("en_US");
        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(template.header()).picture())
                        .url())
                .isEqualTo("https://shop.example/order.jpg");
        assertThat(template.body())
                .extracting(ApprovedTemplate.Value::kind)
                .containsExactly(
                        ApprovedTemplate.ValueKind.TEXT,
                        ApprovedTemplate.ValueKind.MONEY,
                        ApprovedTemplate.ValueKind.TIME);
        assertThat(template.body().get(1).thousandths()).isEqualTo(12_500);
        assertThat(template.buttons())
                .extracting(ApprovedTemplate.Press::value)
                .containsExactly("thanks", "https://shop.example/orders/", "CAKE10", "", "+34600123456");
    }

    @Test
    void the_example_of_the_docs_is_right() throws Exception {
        var page = Files.readString(Path.of("../docs/replies.md"));
        var example = page.replaceAll("(?s).*?```yaml\\n(.*?)```.*", "$1");
        assertThat(example).startsWith("answer:").contains("template:");
        Files.writeString(bot.resolve("intents/menu.yaml"), """
                intent: menu
                title: {en: "Menu", es: "Carta"}
                examples: {en: ["menu one", "menu two", "menu three"], es: ["carta uno", "carta dos", "carta tres"]}
                """ + example);

        var template = BotFiles.read(bot).intent("menu").orElseThrow().attached();

        assertThat(Objects.requireNonNull(Objects.requireNonNull(template).template())
                        .buttons())
                .extracting(ApprovedTemplate.Press::kind)
                .containsExactlyInAnyOrder(ApprovedTemplate.PressKind.values());
    }

    @Test
    void a_templates_variables_may_have_names_and_stand_for_the_bots_own_languages() throws Exception {
        var template = Objects.requireNonNull(attached("""
                        template:
                          name: order_ready
                          header: {text: {order: "1042"}}
                          body: {customer_name: "{name}", day: {en: Friday, es: viernes}}
                          nameless: friend
                        """).template());

        assertThat(template.channels()).containsExactly("whatsapp");
        assertThat(template.language().in("es")).isEqualTo("es");
        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(template.header()).words())
                        .variable())
                .isEqualTo("order");
        assertThat(template.body())
                .extracting(ApprovedTemplate.Value::variable)
                .containsExactly("customer_name", "day");
        assertThat(template.body().getLast().text().in("es")).isEqualTo("viernes");
    }

    @Test
    void the_template_that_asks_to_write_again_stands_in_the_bots_own_file() throws Exception {
        var file = bot.resolve("bot.yaml");
        Files.writeString(file, Files.readString(file) + """
                reopening:
                  name: write_back
                  text: {en: "Hi {name}, we have an answer.", es: "Hola {name}, tenemos respuesta."}
                  body: ["{name}"]
                  nameless: {en: there, es: amigo}
                """);
        BotCompiler.write(BotFiles.read(bot), bot.resolve("out"));

        var reopening =
                Objects.requireNonNull(BotCompiler.read(bot.resolve("out")).reopening());

        assertThat(reopening.template().name()).isEqualTo("write_back");
        assertThat(reopening.text().in("es")).contains("tenemos respuesta");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cards: [{title: Bread, buttons: [price]}]|There is no intent \"price\". Did you mean \"prices\"?",
                "cards: [{subtitle: Bread}]|\"title\" is missing. Add \"title:\".",
                "cards: []|There are 0 cards here. Show 1 to 10.",
                "cards: [{title: B, buttons: [prices, payment, returns, thanks]}]|has room for 3 buttons. Remove 1.",
                "cards: [{title: B, image: http://shop.example/a.jpg}]|is no address that platforms open. Write it like https",
                "image: bread.jpg|is no address that platforms open. Write it like https",
                "file: {name: Menu}|There is no address. Add \"url: https",
                "place: {latitude: 40.5}|The place has no longitude. Add \"longitude:\"",
                "place: {latitude: 91, longitude: 0}|Expected a number from -90.0 to 90.0.",
                "form: {title: Order}|The form is nowhere. Add \"url:\"",
                "form: {title: A title that is too long, url: https://a.example}|has 24 characters; platforms show 20 here.",
                "template: {body: [a]}|The template has no name. Add \"name:\"",
                "template: {name: Order Ready}|\"Order Ready\" is no template's name.",
                "template: {name: HX12}|HX and 32 hexadecimal digits.",
                "template: {name: a, channels: [whatsap]}|There are no templates on \"whatsap\". Did you mean \"whatsapp\"?",
                "template: {name: a, heder: {text: b}}|\"heder\" is not known here. Did you mean \"header\"?",
                "template: {name: a, header: {text: b, image: https://a.example/a.jpg}}|A header is one of these",
                "template: {name: a, header: {place: {latitude: 1, longitude: 2}}}|needs \"name:\" and \"address:\".",
                "template: {name: a, body: ['{name}']}|Add \"nameless:\" with what is said for {name} then.",
                "template: {name: a, nameless: you, buttons: [{title: b, url: https://a.example/, suffix: '{name}'}]}|Take {name} out",
                "template: {name: a, body: ['{order}']}|Nothing is known here to put for {order}.",
                "template: {name: a, body: {Order: b}}|\"Order\" is no variable's name.",
                "template: {name: a, body: [{money: 5 €}]}|Money needs \"currency:\", such as EUR, and \"amount:\"",
                "template: {name: a, buttons: [price]}|There is no intent \"price\". Did you mean \"prices\"?",
                "template: {name: a, buttons: [{title: b}]}|has one of \"url:\", \"code:\", \"form:\" and \"phone:\".",
                "template: {name: a, buttons: [{code: 'ten off'}]}|\"ten off\" does not do here. Write it like SPRING10.",
                "template: {name: a, buttons: [{code: A}, {code: B}]}|at most 1 button of this kind: code.",
                "template: {name: a, buttons: [{title: Call, phone: 600}]}|\"600\" does not do here.",
                "template: {name: a, buttons: [{title: A label that is far too long, url: https://a.example}]}|platforms show 25 here.",
                "card: [{title: Bread}]|\"card\" is not known here. Did you mean \"cards\"?"
            })
    void a_slip_is_told_with_its_line_and_mend(String slip, String told) throws IOException {
        assertThat(problems(slip + "\n"))
                .anySatisfy(
                        p -> assertThat(p).startsWith("intents/menu.yaml:5: ").contains(told));
    }

    @Test
    void an_answer_shows_one_thing_and_leaves_choices_to_the_cards() throws IOException {
        assertThat(problems("image: https://a.example/a.jpg\nplace: {latitude: 1, longitude: 2}\n"))
                .containsExactly("intents/menu.yaml:6: An answer shows one thing, and this one shows image and place."
                        + " Keep one of them, or make cards.");
        assertThat(problems("cards: [{title: Bread}]\nchoices: [prices]\n"))
                .containsExactly("intents/menu.yaml:5: An answer with \"cards\" has no \"choices:\" of its own."
                        + " Put them on a card, under \"buttons:\".");
    }

    @Test
    void a_title_that_is_too_long_for_a_button_is_told_where_the_button_is() throws IOException {
        var prices = bot.resolve("intents/prices.yaml");
        Files.writeString(
                prices, Files.readString(prices).replaceFirst("  en: \".*\"", "  en: \"Prices of all that we bake\""));

        assertThat(problems("cards: [{title: Bread, buttons: [prices]}]\n"))
                .contains("intents/menu.yaml:5: \"Prices of all that we bake\", the title of \"prices\", has 26"
                        + " characters; platforms show 20 on a button. Shorten it there.");
    }
}
