package dev.shopbell.nlu.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TyposTest {

    private static final Map<String, Integer> TRAINED = Map.of("delivery", 3, "order", 1, "ordered", 2, "cake", 1);
    private static final Map<String, Integer> ENGLISH =
            Map.of("today", 1, "toddy", 9, "weather", 2, "leather", 3, "reward", 4, "story", 1, "store", 2);

    private final Typos typos = new Typos(rarity(TRAINED));

    private static ToDoubleFunction<String> rarity(Map<String, Integer> words) {
        return word -> words.containsKey(word) ? words.get(word) : Double.NaN;
    }

    private String mend(String text) {
        return typos.mend(text, word -> ENGLISH.containsKey(word) || word.equals("rewards"), rarity(ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({
        "delivry,delivery",
        "delviery,delivery",
        "deliverry,delivery",
        "delifery,delivery",
        "'My ordr, please!','My order, please!'"
    })
    void are_mended_by_what_training_has_seen(String text, String mended) {
        assertThat(mend(text)).isEqualTo(mended);
    }

    @Test
    void are_mended_by_the_most_usual_word_elsewhere_where_training_has_none() {
        assertThat(mend("the weatther todya")).isEqualTo("the weather today");
        assertThat(mend("toddya")).isEqualTo("toddy"); // the only one that is a single slip away
    }

    @Test
    void are_mended_by_training_first() {
        assertThat(mend("orderd")).isEqualTo("order");
    }

    @ParameterizedTest
    @CsvSource({"rewards", "cake", "toda", "xylophone", "elivery"})
    void are_not_seen_in_words_that_are_known_short_of_other_letters_or_far_from_any(String word) {
        assertThat(mend(word)).isEqualTo(word);
    }
}
