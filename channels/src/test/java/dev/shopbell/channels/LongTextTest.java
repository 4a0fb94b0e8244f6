package dev.shopbell.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that is too long for one message. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LongTextTest {

    /** The JDK's own grapheme clusters: the oracle. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    @Test
    void is_cut_at_the_end_of_a_sentence() {
        assertThat(TextParts.of("Bread is warm. Rolls are sold out. Come early.", 40))
                .containsExactly("Bread is warm. Rolls are sold out.", "Come early.");
    }

    @Test
    void is_cut_after_the_quotes_that_close_a_sentence() {
        assertThat(TextParts.of("She said: “Come early.” Then she left the shop.", 30))
                .containsExactly("She said: “Come early.”", "Then she left the shop.");
    }

    @Test
    void is_cut_between_paragraphs_rather_than_sentences() {
        assertThat(TextParts.of("Bread is warm now.\n\nRolls too. Come early, please.", 32))
                .containsExactly("Bread is warm now.", "Rolls too. Come early, please.");
    }

    @Test
    void is_cut_between_words_where_no_sentence_ends() {
        assertThat(TextParts.of("one two three four five six", 12))
                .containsExactly("one two", "three four", "five six");
    }

    @Test
    void takes_a_number_with_a_point_for_no_end() {
        assertThat(TextParts.of("It costs 3.50 and not 4.50 today", 20))
                .containsExactly("It costs 3.50 and", "not 4.50 today");
    }

    @Test
    void leaves_what_is_numbered_with_its_number() {
        assertThat(TextParts.of("Which one of these?\n1. Bread\n2. Rolls", 31))
                .containsExactly("Which one of these?\n1. Bread", "2. Rolls");
    }

    @ParameterizedTest
    @ValueSource(strings = {"See ", "訂單在這裡："})
    void keeps_an_address_whole(String before) {
        var address = "https://shop.example/orders/1042/details?lang=en";
        assertThat(TextParts.of(before + address + " for more.", 50))
                .element(1)
                .asString()
                .startsWith(address);
    }

    @Test
    void cuts_an_address_that_is_too_long_by_itself() {
        var address = "https://shop.example/" + "a".repeat(100);
        assertThat(String.join("", TextParts.of(address, 50))).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"🥐", "👩‍🍳", "🇪🇸", "e\u0301", "👍🏽", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "한", "1️⃣", "நி"})
    void never_cuts_a_character_in_two(String character) {
        for (int limit = 2 * character.length(); limit < 60; limit++) {
            for (var part : TextParts.of(character.repeat(40), limit)) {
                assertThat(part.length() % character.length()).isZero();
            }
        }
    }

    @Test
    void loses_nothing_and_breaks_nothing_whatever_it_is() {
        var random = new Random(7);
        var pieces = new String[] {
            "word", " ", ". ", "\n", "\n\n", "🥐", "👩‍🍳", "e\u0301", "🇪🇸", "https://a.example/b", "¿", "\u200d", "…"
        };
        for (int round = 0; round < 5_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            var limit = 24 + random.nextInt(60);
            var parts = TextParts.of(text.toString(), limit);
            assertThat(parts).allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(limit));
            assertThat(characters(String.join("\u0000", parts))).isEqualTo(characters(text.toString()));
        }
    }

    /** Its characters but blanks, as the JDK tells them apart. */
    private static List<String> characters(String text) {
        var characters = new ArrayList<String>();
        var matcher = CHARACTER.matcher(text.replaceAll("\\s", "\u0000"));
        while (matcher.find()) {
            if (!matcher.group().equals("\u0000")) {
                characters.add(matcher.group());
            }
        }
        return characters;
    }
}
