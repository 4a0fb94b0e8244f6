package dev.shopbell.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Understanding.ScoredIntent;
import dev.shopbell.conversation.Utterance;
import dev.shopbell.definition.Knowledge;
import dev.shopbell.definition.Knowledge.Question;
import dev.shopbell.definition.Texts;
import dev.shopbell.nlu.embed.BgeEncoder;
import dev.shopbell.nlu.knowledge.KnowledgeIndex;
import dev.shopbell.nlu.knowledge.Library;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** When documents are asked, and when intents are enough. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WellReadUnderstanderTest {
    private static final Library LIBRARY = new Library(
            KnowledgeIndex.of(
                    new Knowledge(
                            List.of(),
                            List.of(new Question(
                                    "faq.yaml#tea",
                                    new Texts(Map.of("en", "Do you sell tea?")),
                                    Map.of(),
                                    new Texts(Map.of("en", "Green tea only.")),
                                    ""))),
                    List.of("en"),
                    BgeEncoder::shared,
                    progress -> {}),
            BgeEncoder::shared);
    private int opened;

    private Understanding understood(String text, Understanding byIntents) {
        return new WellReadUnderstander(utterance -> byIntents, () -> {
                    opened++;
                    return LIBRARY;
                })
                .understand(Utterance.of(text));
    }

    private static Understanding intent(double confidence, boolean outOfScope) {
        return new Understanding("en", List.of(new ScoredIntent("prices", confidence)), outOfScope, List.of(), 0.1);
    }

    @Test
    void what_is_out_of_scope_is_looked_up_and_the_rest_is_kept() {
        var understood = understood("do you sell tea", intent(0.2, true));

        assertThat(understood.knowledge())
                .extracting(Understanding.Passage::text)
                .containsExactly("Green tea only.");
        assertThat(understood.intents()).hasSize(1);
        assertThat(understood.anger()).isEqualTo(0.1);
    }

    @Test
    void an_intent_that_is_certain_answers_and_nothing_is_opened() {
        assertThat(understood("do you sell tea", intent(0.95, false)).knowledge())
                .isEmpty();
        assertThat(opened).isZero();
    }

    @Test
    void words_that_answer_what_was_asked_are_not_looked_up() {
        var answer = new Understanding("en", List.of(), false, List.of(), 0);

        assertThat(understood("1042", answer).knowledge()).isEmpty();
        assertThat(opened).isZero();
    }

    @Test
    void a_likely_intent_gives_way_to_a_known_question_and_to_nothing_less() {
        assertThat(understood("Do you sell tea?", intent(0.7, false)).knowledge())
                .hasSize(1);
        assertThat(understood("Is there tea in the cake?", intent(0.7, false)).knowledge())
                .isEmpty();
    }

    @Test
    void what_nothing_supports_stays_unknown() {
        assertThat(understood("do you repair bicycles", intent(0.2, true)).knowledge())
                .isEmpty();
    }

    @Test
    void on_the_wire_knowledge_is_there_only_if_there_is_some() throws IOException {
        assertThat(json(intent(0.95, false))).doesNotContain("knowledge");
        assertThat(json(understood("do you sell tea", intent(0.2, true))))
                .endsWith("\"knowledge\":[{\"text\":\"Green tea only.\",\"title\":\"Do you sell tea?\","
                        + "\"source\":\"faq.yaml#tea\",\"score\":1.0}]}");
    }

    private static String json(Understanding understanding) throws IOException {
        var out = new ByteArrayOutputStream();
        NluJson.write(understanding, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
