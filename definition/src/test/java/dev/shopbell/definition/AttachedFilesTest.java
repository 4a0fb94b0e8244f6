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
