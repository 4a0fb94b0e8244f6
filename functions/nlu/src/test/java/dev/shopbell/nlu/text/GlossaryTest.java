package dev.shopbell.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GlossaryTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/shopbell/nlu/gloss");

    private static String english(String language, String text) {
        return Glossary.of(language).orElseThrow().english(text);
    }

    @ParameterizedTest
    @CsvSource({
        "es, ¿Dónde está mi pedido?, where is my order",
        "es, donde ESTA mi pedido, where is my order",
        "de, wo ist meine bestellung, where is my order",
        "it, dov'è il mio ordine, where is",
        "tr, siparişim nerede, order where",
        "zh, 我的订单在哪里, order",
        "he, איפה ההזמנה שלי, where order",
        "ar, أين طلبي, where order"
    })
    void says_in_english_what_its_words_mean(String language, String text, String words) {
        assertThat(english(language, text)).contains(words.split(" "));
    }

    @Test
    void takes_the_longest_phrase_that_it_knows() {
        assertThat(english("es", "gracias por favor")).doesNotContain("by").contains("please");
    }

    @Test
    void leaves_names_numbers_and_words_of_other_languages_as_they_are() {
        assertThat(english("es", "Zuckerwattenberg 1042 xylofonixx")).isEqualTo("zuckerwattenberg 1042 xylofonixx");
    }

    @Test
    void there_is_none_of_english_or_of_what_is_no_language() {
        assertThat(Glossary.of("en")).isEmpty();
        assertThat(Glossary.of("")).isEmpty();
        assertThat(Glossary.of("../x")).isEmpty();
    }

    @Test
    void every_line_of_every_file_has_a_meaning_and_forms_and_no_form_comes_twice() throws IOException {
        try (var files = Files.list(FOLDER)) {
            for (var file : files.sorted().toList()) {
                var seen = new HashMap<String, Integer>();
                var number = 0;
                for (var line : Files.readAllLines(file)) {
                    number++;
                    var cells = line.split("\t", -1);
                    assertThat(cells).as("%s:%d", file, number).hasSize(2).doesNotContain("");
                    for (var form : cells[1].split("\\|", -1)) {
                        assertThat(form).as("%s:%d", file, number).isNotBlank();
                        assertThat(seen.put(form, number))
                                .as("%s:%d: \"%s\" stands in two lines", file, number, form)
                                .isNull();
                    }
                }
                assertThat(number).as(file.toString()).isGreaterThan(1_000);
            }
        }
    }
}
