package dev.shopbell.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Utterance;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CustomersWordsTest {
    private static final Clock SUNDAY_EVENING = Clock.fixed(Instant.parse("2026-11-22T18:00:00Z"), ZoneOffset.UTC);
    private static final Understander UNDERSTANDER = new TrainedUnderstander(TinyShop.model(), SUNDAY_EVENING);

    private static Understanding understand(String text) {
        return UNDERSTANDER.understand(Utterance.of(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Where is my order?              | order_status | en
            WHERE IS MY ORDER               | order_status | en
            wher is my order pls            | order_status | en
            what time do you open on monday | hours        | en
            how much do the roses cost      | prices       | en
            can I talk to a human please    | person       | en
            ¿Dónde está mi pedido?          | order_status | es
            donde esta mi pedido            | order_status | es
            a que hora abris                | hours        | es
            cuanto cuestan las rosas        | prices       | es
            quiero hablar con una persona   | person       | es
            """)
    void are_understood_with_typos_without_accents_and_in_capitals(String text, String intent, String language) {
        var understanding = understand(text);

        assertThat(understanding.outOfScope()).isFalse();
        assertThat(understanding.intents().getFirst().name()).isEqualTo(intent);
        assertThat(understanding.language()).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asdf qwer zxcv",
                "tell me a joke",
                "who won the football game",
                "cuéntame un chiste",
                "xkcd plugh",
                "Где мой заказ?",
                "wo ist meine Bestellung bitte"
            })
    void are_out_of_scope_when_no_intent_is_meant(String text) {
        var understanding = understand(text);

        assertThat(understanding.outOfScope()).isTrue();
        assertThat(understanding.intents()).allMatch(intent -> intent.confidence() < 0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "👍", "🙂🙂🙂", "?!", "4711", "12 34", "\u0000", "\uD83D"})
    void carry_no_intent_when_there_are_no_words(String text) {
        var understanding = understand(text);

        assertThat(understanding.intents()).isEmpty();
        assertThat(understanding.outOfScope()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1042", "it's 1042", "el 1042 por favor", "#1042"})
    void that_answer_the_question_just_asked_are_in_scope_and_name_nothing_else(String text) {
        var understanding = UNDERSTANDER.understand(
                new Utterance(text, "en", "order_number", "find_order", List.of("order_status")));

        assertThat(understanding.outOfScope()).isFalse();
        assertThat(understanding.intents()).isEmpty();
        assertThat(understanding.entities())
                .extracting("type", "value")
                .contains(org.assertj.core.groups.Tuple.tuple("order_number", "1042"));
    }

    @Test
    void that_change_the_subject_are_heard_although_an_answer_was_expected() {
        var understanding = UNDERSTANDER.understand(new Utterance(
                "what are your opening hours", "en", "order_number", "find_order", List.of("order_status")));

        assertThat(understanding.outOfScope()).isFalse();
        assertThat(understanding.intents().getFirst().name()).isEqualTo("hours");
    }

    @Test
    void lean_towards_the_flow_under_way() {
        var alone = confidence(Utterance.of("has it been sent"), "order_status");
        var inFlow = confidence(new Utterance("has it been sent", "en", "", "find_order", List.of()), "order_status");

        assertThat(inFlow).isGreaterThan(alone);
    }

    private static double confidence(Utterance utterance, String intent) {
        return UNDERSTANDER.understand(utterance).intents().stream()
                .filter(scored -> scored.name().equals(intent))
                .mapToDouble(Understanding.ScoredIntent::confidence)
                .sum();
    }

    @Test
    void too_short_to_tell_are_taken_for_the_language_spoken_so_far() {
        assertThat(UNDERSTANDER
                        .understand(new Utterance("no", "es-MX", "", "", List.of()))
                        .language())
                .isEqualTo("es");
        assertThat(UNDERSTANDER
                        .understand(new Utterance("no", "en", "", "", List.of()))
                        .language())
                .isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            could you tell me the price of this  | en
            me puede decir cuánto vale esto      | es
            pouvez-vous me dire le prix de ceci  | fr
            können Sie mir den Preis davon sagen | de
            pode me dizer quanto custa isto      | pt
            mi può dire quanto costa questo      | it
            """)
    void show_their_language_even_if_the_shop_does_not_speak_it(String text, String language) {
        assertThat(understand(text).language()).isEqualTo(language);
    }

    @Test
    void are_understood_alike_however_often_they_are_said() {
        assertThat(understand("where are my roses, order 1042?"))
                .isEqualTo(understand("where are my roses, order 1042?"));
    }

    @Test
    void never_break_understanding_however_long_and_strange() {
        var random = new java.util.SplittableRandom(1);
        for (var round = 0; round < 200; round++) {
            var text = new StringBuilder();
            for (var i = random.nextInt(300); i > 0; i--) {
                text.append((char) random.nextInt(0x10000));
            }
            assertThat(understand(text.toString()).intents()).allMatch(intent -> Double.isFinite(intent.confidence()));
        }
        assertThat(understand("1".repeat(10_000)).intents()).isEmpty();
        assertThat(understand("where is my order ".repeat(600))
                        .intents()
                        .getFirst()
                        .name())
                .isEqualTo("order_status");
        assertThat(understand("a@".repeat(5_000)).entities()).isEmpty();
    }
}
