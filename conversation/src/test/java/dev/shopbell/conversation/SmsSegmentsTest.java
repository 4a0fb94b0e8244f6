package dev.shopbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SmsSegmentsTest {

    @ParameterizedTest
    @CsvSource({
        "a,0,1", "a,160,1", "a,161,2", "a,306,2", "a,307,3", "a,459,3", "a,460,4", "€,80,1", "€,81,2", "á,70,1",
        "á,71,2", "á,134,2", "á,135,3", "🥐,35,1", "🥐,36,2", "🥐,66,2", "🥐,67,3"
    })
    void counts_as_carriers_do(String character, int times, int segments) {
        assertThat(SmsSegments.of(character.repeat(times)).count()).isEqualTo(segments);
    }

    @Test
    void carries_an_escaped_pair_over_as_a_whole() {
        // 152 septets, then a pair: the pair opens the second segment, and 152 more fill it and open the third.
        assertThat(SmsSegments.of("a".repeat(152) + "€" + "a".repeat(151)).count())
                .isEqualTo(2);
        assertThat(SmsSegments.of("a".repeat(152) + "€" + "a".repeat(152)).count())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ñ", "Ñ", "ü", "¿", "¡", "é", "è", "ì", "Ç", "Ω", "@", "_", "\n"})
    void knows_the_alphabet_of_gsm(String character) {
        assertThat(SmsSegments.of(character)).isEqualTo(new SmsSegments(1, false, 1, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"^", "{", "}", "\\", "[", "~", "]", "|", "€"})
    void knows_what_takes_two_septets(String character) {
        assertThat(SmsSegments.of(character)).isEqualTo(new SmsSegments(1, false, 2, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"á", "í", "ó", "ú", "ç", "–", "“", "…", "`", "\t", "🥐"})
    void names_the_character_that_makes_it_dear(String character) {
        assertThat(SmsSegments.of("ab" + character + "c"))
                .isEqualTo(new SmsSegments(1, true, 3 + character.length(), character));
    }

    @Test
    void writes_typography_plainly_where_that_saves_a_segment() {
        assertThat(SmsSegments.cheapest("“Hello” – it’s 7:00…\u00A0" + "a".repeat(100)))
                .isEqualTo("\"Hello\" - it's 7:00... " + "a".repeat(100));
    }

    @Test
    void leaves_typography_where_it_costs_nothing() {
        assertThat(SmsSegments.cheapest("“Hello” – it’s 7:00")).isEqualTo("“Hello” – it’s 7:00");
    }

    @Test
    void leaves_typography_where_another_character_costs_all_the_same() {
        var text = "“Panadería” " + "a".repeat(80);
        assertThat(SmsSegments.cheapest(text)).isEqualTo(text);
    }

    @Test
    void leaves_letters_their_accents() {
        var text = "á".repeat(90);
        assertThat(SmsSegments.cheapest(text)).isEqualTo(text);
    }
}
