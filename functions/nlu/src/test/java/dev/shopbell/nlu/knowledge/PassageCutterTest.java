package dev.shopbell.nlu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.definition.Knowledge;
import dev.shopbell.definition.Knowledge.Document;
import dev.shopbell.definition.Knowledge.Section;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PassageCutterTest {

    private static List<Passage> cut(String... paragraphs) {
        var section = new Section("a.md", "A", List.of(paragraphs));
        var document = new Document("a.md", "en", "", List.of(section));
        return new PassageCutter("en").cut(new Knowledge(List.of(document), List.of()));
    }

    private static String sentence(String first, int words) {
        return first + " " + String.join(" ", Collections.nCopies(words - 1, "word")) + ".";
    }

    @Test
    void a_short_text_is_one_passage_of_its_sentences() {
        assertThat(cut("One. Two, at 10.30 in St. Ives? Three!"))
                .singleElement()
                .extracting(Passage::sentences)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .startsWith("One.")
                .endsWith("Three!");
    }

    @Test
    void a_long_one_is_cut_between_paragraphs_and_says_the_last_short_one_again() {
        var passages = cut(sentence("First", 80), sentence("Second", 20), sentence("Third", 60));

        assertThat(passages).hasSize(2);
        assertThat(passages.get(0).sentences()).hasSize(2);
        assertThat(passages.get(1).sentences()).hasSize(2);
        assertThat(passages.get(1).sentences().getFirst()).startsWith("Second");
    }

    @Test
    void a_paragraph_that_is_too_long_is_cut_between_sentences() {
        var passages = cut(sentence("First", 60) + " " + sentence("Second", 30) + " " + sentence("Third", 60));

        assertThat(passages).hasSize(2);
        assertThat(passages.get(0).sentences().getLast()).startsWith("Second");
        assertThat(passages.get(1).sentences().getFirst()).startsWith("Second");
    }

    @Test
    void another_languages_document_is_not_among_them() {
        var document = new Document("a.es.md", "es", "", List.of(new Section("a.es.md", "A", List.of("Uno."))));

        assertThat(new PassageCutter("en").cut(new Knowledge(List.of(document), List.of())))
                .isEmpty();
    }
}
