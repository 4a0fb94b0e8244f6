package dev.shopbell.nlu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.definition.Knowledge;
import dev.shopbell.definition.Knowledge.Document;
import dev.shopbell.definition.Knowledge.Question;
import dev.shopbell.definition.Knowledge.Section;
import dev.shopbell.definition.Texts;
import dev.shopbell.nlu.embed.SentenceEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KnowledgeFileTest {
    private static final Knowledge KNOWLEDGE = new Knowledge(
            List.of(
                    new Document(
                            "tea.md",
                            "en",
                            "https://example.com/tea",
                            List.of(new Section("tea.md#green", "Tea › Green", List.of("It is green. Drink it hot.")))),
                    new Document(
                            "te.es.md",
                            "es",
                            "",
                            List.of(new Section("te.es.md", "Té", List.of("Es verde.", "• caliente\n• frío"))))),
            List.of(new Question(
                    "faq.yaml#is-there-tea",
                    new Texts(Map.of("en", "Is there tea?", "es", "¿Hay té?")),
                    Map.of("en", List.of("Tea?")),
                    new Texts(Map.of("en", "Yes.", "es", "Sí.")),
                    "")));

    /** Four numbers by a text's letters: the golden file does not depend on how a machine computes a sentence model. */
    static final SentenceEncoder LETTERS = new SentenceEncoder() {
        @Override
        public int size() {
            return 4;
        }

        @Override
        public float[] encode(String text) {
            var vector = new float[4];
            text.chars().forEach(c -> vector[c % 4]++);
            var length = Math.sqrt(
                    vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2] + vector[3] * vector[3]);
            for (var i = 0; i < 4; i++) {
                vector[i] /= (float) length;
            }
            return vector;
        }
    };

    private static KnowledgeIndex index() {
        return KnowledgeIndex.of(KNOWLEDGE, List.of("en", "es"), () -> LETTERS, progress -> {});
    }

    static byte[] golden() {
        try (var in = KnowledgeFileTest.class.getResourceAsStream("knowledge-1.index")) {
            if (in == null) {
                throw new IllegalStateException("The golden file is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_same_documents_are_the_same_bytes_as_when_version_1_was_settled() {
        assertThat(KnowledgeFile.bytes(index())).isEqualTo(golden());
    }

    @Test
    void what_was_written_is_read_again() throws IOException {
        var read = KnowledgeFile.read(golden(), "golden");

        assertThat(KnowledgeFile.bytes(read)).isEqualTo(golden());
        assertThat(read.size()).isEqualTo(4);
        assertThat(new Library(read, () -> LETTERS).answers("¿hay TE?", "es"))
                .singleElement()
                .satisfies(passage -> {
                    assertThat(passage.text()).isEqualTo("Sí.");
                    assertThat(passage.source()).isEqualTo("faq.yaml#is-there-tea");
                });
    }

    @Test
    void it_is_refused_when_damaged_newer_cut_short_or_something_else() {
        var damaged = golden();
        damaged[damaged.length / 2] ^= 1;
        assertThatThrownBy(() -> KnowledgeFile.read(damaged, "i")).hasMessageContaining("damaged");
        assertThatThrownBy(() -> KnowledgeFile.read(Arrays.copyOf(golden(), 40), "i"))
                .hasMessageContaining("damaged");
        var newer = golden();
        newer[7] = 9;
        assertThatThrownBy(() -> KnowledgeFile.read(newer, "i"))
                .hasMessageContaining("version 9")
                .hasMessageContaining("./bot package");
        assertThatThrownBy(() -> KnowledgeFile.read(
                        "certainly not an index".getBytes(java.nio.charset.StandardCharsets.UTF_8), "i"))
                .hasMessageContaining("no index");
        assertThatThrownBy(() -> KnowledgeFile.read(Path.of("nowhere", "knowledge.index")))
                .hasMessageContaining("There is no index");
    }
}
