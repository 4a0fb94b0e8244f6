package dev.shopbell.nlu.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishedVocabularyTest {
    @Test
    void is_read_from_a_tokenizers_file() throws IOException {
        var file = "{\"a\":{\"vocabulary\":1},\"model\":{\"type\":\"WordPiece\",\"vocab\":{\"[UNK]\":0,\"x\":7}}}";

        assertThat(PrepareModel.vocabulary(stream(file))).isEqualTo(Map.of("[UNK]", 0, "x", 7));
    }

    @Test
    void is_not_in_another_file() {
        assertThatThrownBy(() -> PrepareModel.vocabulary(stream("{}"))).hasMessageContaining("no tokenizer");
    }

    @Test
    void is_packed_whole_and_nothing_besides() throws IOException {
        var published = Path.of("target", "published", "bge-small-en-v1.5-q-tokenizer.json");
        try (var in = Files.newInputStream(published)) {
            var pieces = PrepareModel.vocabulary(in);
            var packed = new PieceTable(ModelFolder.ofThisPackage().vocabulary());

            assertThat(pieces).hasSize(30_522).allSatisfy((piece, number) -> assertThat(packed.number(piece))
                    .isEqualTo(number));
            assertThat(new String[] {"", "zzzzzz", "##", "\uffff", "店店"})
                    .allSatisfy(piece ->
                            assertThat(packed.number(piece)).isEqualTo(pieces.getOrDefault(piece, Pieces.UNKNOWN)));
        }
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
