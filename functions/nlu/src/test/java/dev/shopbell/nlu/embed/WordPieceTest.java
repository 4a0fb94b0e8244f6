package dev.shopbell.nlu.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordPieceTest {
    private static final Map<String, Integer> VOCABULARY = Map.of(
            "[UNK]", 100, "[CLS]", 101, "[SEP]", 102, "where", 1, "cake", 2, "##s", 3, "?", 4, "cafe", 5, "店", 6);

    private final WordPiece tokenizer = new WordPiece(new PieceTable(PieceTable.bytes(VOCABULARY)), 8);

    @Test
    void words_are_cut_into_the_longest_known_pieces_between_the_marks() {
        assertThat(tokenizer.numbers("Where cakes?")).containsExactly(101, 1, 2, 3, 4, 102);
    }

    @Test
    void case_and_accents_do_not_count() {
        assertThat(tokenizer.numbers("  CAFÉ\u0000\n")).containsExactly(101, 5, 102);
    }

    @Test
    void a_word_without_pieces_is_one_unknown() {
        assertThat(tokenizer.numbers("cakezzz")).containsExactly(101, 100, 102);
    }

    @Test
    void an_emoji_is_one_unknown_and_not_a_question_mark_for_each_half() {
        assertThat(tokenizer.numbers("cake 👍")).containsExactly(101, 2, 100, 102);
    }

    @Test
    void characters_of_scripts_without_spaces_stand_alone() {
        assertThat(tokenizer.numbers("cake店?")).containsExactly(101, 2, 6, 4, 102);
    }

    @Test
    void a_long_text_is_cut() {
        assertThat(tokenizer.numbers("cake ".repeat(50)))
                .hasSize(8)
                .startsWith(101)
                .endsWith(102);
    }

    @Test
    void an_empty_text_is_the_two_marks() {
        assertThat(tokenizer.numbers("")).containsExactly(101, 102);
    }
}
