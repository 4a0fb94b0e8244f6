package dev.shopbell.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An owner's slips, each told by file, line and mend. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BotFilesTest {

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

    @Test
    void the_bakery_is_valid_and_comes_back_from_its_compiled_file() throws Exception {
        var bakery = BotFiles.read(BAKERY);
        BotCompiler.write(bakery, bot.resolve("out"));

        assertThat(BotCompiler.read(bot.resolve("out"))).isEqualTo(bakery);
        assertThat(bakery.languages()).containsExactly("en", "es");
        assertThat(bakery.intents()).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void a_slot_without_a_question() throws IOException {
        Files.writeString(bot.resolve("flows/order-status.yaml"), """
                flow: order_status
                slots:
                  - name: order
                    entity: order_number
                lookup: {connector: orders, key: order}
                found: {en: "x", es: "x"}
                missing: {en: "x", es: "x"}
                abandoned: {en: "x", es: "x"}
                """);

        assertThat(problems())
                .containsExactly("flows/order-status.yaml:3: slot \"order\" has no question. Add \"ask:\".");
    }

    @Test
    void a_field_that_is_misspelt() throws IOException {
        edit("intents/prices.yaml", "answer:", "anwser:");

        assertThat(problems())
                .anySatisfy(
                        p -> assertThat(p).startsWith("intents/prices.yaml:").contains("Did you mean \"answer\"?"))
                .anySatisfy(p -> assertThat(p).contains("needs exactly one of"));
    }

    @ParameterizedTest
    @MethodSource("quietHours")
    void quiet_hours_are_as_the_docs_say(List<String> row) throws Exception {
        edit("bot.yaml", "quiet_hours: \"21:00-08:00\"\n", "");
        if (!row.get(0).equals("not set")) {
            edit("bot.yaml", "phone_region: ES\n", "phone_region: ES\nquiet_hours: " + row.get(0) + "\n");
        }

        assertThat(BotFiles.read(bot).isQuietAt(LocalTime.parse(row.get(1))))
                .as(String.join(", ", row))
                .isEqualTo(row.get(2).equals("skipped"));
        assertThat(row.get(3)).isEqualTo("said");
    }

    static Stream<List<String>> quietHours() throws IOException {
        return Files.readAllLines(Path.of("../docs/sending-rules.md")).stream()
                .dropWhile(line -> !line.startsWith("| `quiet_hours`"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Arrays.stream(line.split("\\|", -1))
                        .map(String::strip)
                        .toList()
                        .subList(1, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"21-8", "21:00", "25:00-08:00", "21:00-21:00", "night"})
    void quiet_hours_that_are_no_span(String written) throws IOException {
        edit("bot.yaml", "\"21:00-08:00\"", written);

        assertThat(problems()).singleElement().asString().matches("bot.yaml:6: .*\"21:00-08:00\", or never.");
    }

    @Test
    void words_that_are_missing_in_a_language() throws IOException {
        edit("phrases.yaml", "  es: \"Gracias, nos ayuda mucho.\"\n", "");

        assertThat(problems()).singleElement().asString().contains("phrases.yaml:", "\"rated\" has no words in \"es\"");
    }

    @Test
    void an_order_that_is_nobodys_where_orders_are_told_to_their_owners() throws IOException {
        edit("connectors/orders.yaml", "type: file\n", "type: file\nowner: customer\n");
        edit("connectors/orders.yaml", "\"1041\":\n", "\"1041\":\n    customer: \"4711\"\n");

        assertThat(problems())
                .hasSize(3)
                .allMatch(p -> p.contains("does not say whose it is. Add \"customer:\""))
                .first()
                .asString()
                .contains("connectors/orders.yaml:", "Record \"1042\"");
    }

    @Test
    void a_bot_that_must_know_who_somebody_is_and_cannot_say_so() throws IOException {
        var phrases = Files.readString(bot.resolve("phrases.yaml"));
        Files.writeString(bot.resolve("phrases.yaml"), phrases.substring(0, phrases.indexOf("log_in:")));

        assertThat(problems())
                .containsExactly(
                        "phrases.yaml:2: An answer has a code, so the bot needs the phrase \"log_in\". Add it in: en, es.",
                        "phrases.yaml:2: An answer has a code, so the bot needs the phrase \"linked\". Add it in: en, es.");
    }

    @Test
    void the_schema_of_phrases_knows_every_one() throws IOException {
        var schema = new ObjectMapper()
                .readTree(Path.of("../bots/schema/phrases.json").toFile());

        assertThat(schema.path("properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(Phrase.keys());
        assertThat(schema.path("required"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Phrase.values())
                        .filter(phrase -> !phrase.isOptional())
                        .map(Phrase::key)
                        .toList());
    }

    @Test
    void a_flow_that_is_not_there() throws IOException {
        edit("intents/order-status.yaml", "flow: order_status", "flow: order_state");

        assertThat(problems()).singleElement().asString().contains("There is no flow \"order_state\". Did you mean");
    }

    @Test
    void opening_hours_that_end_before_they_begin() throws IOException {
        edit("hours.yaml", "\"07:00-14:00\"", "\"14:00-07:00\"");

        assertThat(problems()).singleElement().asString().contains("hours.yaml:9:", "is no span of time");
    }

    @Test
    void a_file_that_is_no_yaml() throws IOException {
        Files.writeString(bot.resolve("routing.yaml"), "after_failures: [2\n");

        assertThat(problems())
                .anySatisfy(p -> assertThat(p).startsWith("routing.yaml:").contains("not YAML"));
    }

    @Test
    void tags_in_a_file_construct_nothing() throws IOException {
        edit("routing.yaml", "after_failures: 2", "after_failures: !!javax.script.ScriptEngineManager [x]");

        assertThat(problems()).isNotEmpty();
    }

    @Test
    void all_problems_are_told_at_once() throws IOException {
        edit("hours.yaml", "\"07:00-14:00\"", "\"noon\"");
        edit("intents/prices.yaml", "intent: prices", "intent: Prices!");

        assertThat(problems()).hasSizeGreaterThan(1);
    }

    @Test
    void a_folder_without_a_bot() throws IOException {
        Files.delete(bot.resolve("bot.yaml"));

        assertThat(problems()).singleElement().asString().contains("There is no such file");
    }

    private void edit(String file, String from, String to) throws IOException {
        var path = bot.resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private List<String> problems() {
        try {
            BotFiles.read(bot);
            return List.of();
        } catch (InvalidBotException e) {
            return e.problems().stream()
                    .map(p -> bot.relativize(p.file()) + ":" + p.line() + ": " + p.message())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
