package dev.shopbell.nlu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TermsTest {

    @Test
    void what_every_question_has_says_nothing_and_numbers_stay_as_they_are() {
        assertThat(Terms.of("en").in("Could you please tell me if you bake CAKES for 12?"))
                .containsExactly("bake", "cake", "12");
        assertThat(Terms.of("es").in("¿Cuánto cuesta la tarta?")).containsExactly("cuest", "tart");
    }

    @Test
    void a_language_without_stems_or_common_words_is_taken_as_it_is() {
        assertThat(Terms.of("xx").in("Ñam ñam, 12 ñu")).containsExactly("nam", "nam", "12", "nu");
    }

    @ParameterizedTest
    @CsvSource({
        "allergic, allergen",
        "alergen, allergen",
        "croisant, croissant",
        "bicycl, ''",
        "egg, ''",
        "2026, ''",
    })
    void a_word_that_is_not_known_is_taken_for_one_of_its_family_or_one_slip_away(String term, String nearest) {
        var known = List.of("allergen", "croissant", "bread", "eggs", "2025");

        assertThat(Spelling.nearest(term, known)).isEqualTo(nearest);
    }
}
