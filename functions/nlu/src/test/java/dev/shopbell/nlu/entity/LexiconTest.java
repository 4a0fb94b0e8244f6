package dev.shopbell.nlu.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LexiconTest {
    @Test
    void names_every_day_month_and_number_below_a_hundred_in_every_language() {
        assertThat(Lexicon.ALL).allSatisfy(lexicon -> {
            assertThat(lexicon.numbersOf(Kind.DAY))
                    .contains(1, 2, 3, 4, 5, 6, 7)
                    .hasSize(7);
            assertThat(lexicon.numbersOf(Kind.MONTH)).hasSize(12);
            var small = new HashSet<>(lexicon.numbersOf(Kind.NUMBER));
            for (var number = 2; number < 100; number++) {
                assertThat(small).as(lexicon.language()).contains(number);
            }
        });
    }
}
