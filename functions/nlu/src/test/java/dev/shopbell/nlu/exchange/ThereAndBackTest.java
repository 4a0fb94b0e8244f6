package dev.shopbell.nlu.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.definition.BotDefinition;
import dev.shopbell.definition.BotFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bakery, written as each product's files and read again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ThereAndBackTest {
    private static final Path BAKERY = Path.of("../../bots/bakery");

    private final Path folder;
    private final BotDefinition bakery;

    ThereAndBackTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        bakery = BotFiles.read(BAKERY);
    }

    @ParameterizedTest
    @CsvSource({
        "RASA,there",
        "RASA,there.zip",
        "QNABOT,there",
        "DIALOGFLOW,there",
        "DIALOGFLOW,there.zip",
        "LEX,there",
        "LEX,there.zip",
        "CSV,there.csv",
        "CSV,there.tsv"
    })
    void all_intents_and_examples_come_back(Format format, String name) throws Exception {
        var there = folder.resolve(name);
        Export.run(format, bakery, there);
        Import.run(format, there, "", folder.resolve("back"));

        assertThat(examples(BotFiles.read(folder.resolve("back")))).isEqualTo(examples(bakery));
    }

    @ParameterizedTest
    @CsvSource({"RASA,there", "QNABOT,there", "DIALOGFLOW,there", "LEX,there", "CSV,there.csv"})
    void answers_come_back_in_both_languages(Format format, String name) throws Exception {
        Export.run(format, bakery, folder.resolve(name));
        Import.run(format, folder.resolve(name), "", folder.resolve("back"));

        var back = BotFiles.read(folder.resolve("back"));
        for (var intent : bakery.intents()) {
            if (!intent.answer().isEmpty()) {
                assertThat(back.intent(intent.name()).orElseThrow().answer()).isEqualTo(intent.answer());
            }
        }
        assertThat(back.intent("talk_to_person").orElseThrow().handover()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"RASA,there", "QNABOT,there", "DIALOGFLOW,there", "LEX,there"})
    void lists_and_patterns_come_back(Format format, String name) throws Exception {
        Export.run(format, bakery, folder.resolve(name));
        Import.run(format, folder.resolve(name), "", folder.resolve("back"));

        assertThat(BotFiles.read(folder.resolve("back")).entities())
                .containsExactlyInAnyOrderElementsOf(bakery.entities());
    }

    @ParameterizedTest
    @CsvSource({"RASA", "QNABOT", "DIALOGFLOW", "LEX", "CSV"})
    void what_a_format_cannot_hold_is_told(Format format) throws Exception {
        var left = Export.run(format, bakery, folder.resolve("there"));

        assertThat(left)
                .anyMatch(one -> one.file().equals("intents/order-status.yaml")
                        && one.what().contains("flow \"order_status\""));
        assertThat(left).anyMatch(one -> one.file().equals("intents/location.yaml"));
        assertThat(left).anyMatch(one -> one.what().startsWith("{hours} in the answer"));
        assertThat(left).anyMatch(one -> one.what().startsWith("{link_code} in the answer"));
    }

    @Test
    void the_same_bot_makes_the_same_archive() throws Exception {
        Export.run(Format.LEX, bakery, folder.resolve("one.zip"));
        Export.run(Format.LEX, bakery, folder.resolve("two.zip"));

        assertThat(folder.resolve("one.zip")).hasSameBinaryContentAs(folder.resolve("two.zip"));
    }

    @Test
    void a_bot_of_two_languages_does_not_go_into_one_file() {
        assertThatThrownBy(() -> Export.run(Format.QNABOT, bakery, folder.resolve("bot.json")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("--locale")
                .hasMessageContaining("es.json");
    }

    @Test
    void a_folder_with_something_in_it_is_not_written_over() throws Exception {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        Export.run(Format.CSV, bakery, folder.resolve("there/b.csv"));

        assertThatThrownBy(() -> Import.run(Format.CSV, folder.resolve("there/b.csv"), "", folder))
                .hasMessageContaining("not an empty folder");
    }

    private static Map<String, Map<String, List<String>>> examples(BotDefinition bot) {
        var all = new TreeMap<String, Map<String, List<String>>>();
        bot.intents().forEach(intent -> all.put(intent.name(), new TreeMap<>(intent.examples())));
        return all;
    }
}
