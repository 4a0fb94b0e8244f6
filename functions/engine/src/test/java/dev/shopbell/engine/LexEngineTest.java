package dev.shopbell.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.conversation.Understanding.Entity;
import dev.shopbell.conversation.Understanding.ScoredIntent;
import dev.shopbell.conversation.Utterance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Lex is asked by RecognizeText, and its interpretations are read as its API reference describes them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LexEngineTest {

    private final RecordedService service = new RecordedService();
    private final LexEngine lex = new LexEngine(
            service.as("lex"),
            service.url(),
            "BOTBOTBOT1",
            "TSTALIASID",
            Map.of("en", "en_US", "es", "es_419"),
            "en",
            new BotWords(RecordedService.BAKERY));

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void its_interpretations_are_the_bots_intents_by_the_bots_names() {
        service.answers("lex-order-status.json");

        var understood = lex.understand(new Utterance("where is order 1042?", "en", "", "", List.of()));

        assertThat(understood.outOfScope()).isFalse();
        assertThat(understood.intents())
                .containsExactly(new ScoredIntent("order_status", 0.87), new ScoredIntent("delivery_area", 0.41));
    }

    @Test
    void a_filled_slot_is_an_entity_where_its_words_stand() {
        service.answers("lex-order-status.json");

        var understood = lex.understand(new Utterance("where is order 1042?", "en", "", "", List.of()));

        assertThat(understood.entities()).containsExactly(new Entity("order_number", "1042", "1042", 15, 19));
    }

    @Test
    void its_sentiment_is_taken_where_the_bot_asks_for_it() {
        service.answers("lex-order-status.json");
        assertThat(lex.understand(Utterance.of("where is it?")).sentiment()).isEqualTo(-0.7);

        service.answers("lex-fallback.json");
        assertThat(lex.understand(Utterance.of("where is it?")).sentiment()).isZero();
    }

    @Test
    void a_fallback_in_front_means_out_of_scope_and_the_rest_are_guesses() {
        service.answers("lex-fallback.json");

        var understood = lex.understand(Utterance.of("what is the capital of Peru?"));

        assertThat(understood.outOfScope()).isTrue();
        assertThat(understood.intents()).containsExactly(new ScoredIntent("delivery_area", 0.32));
    }

    @Test
    void an_intent_that_the_bot_has_not_is_out_of_scope() {
        service.answers(
                "{\"interpretations\":[{\"intent\":{\"name\":\"BookHotel\"},\"nluConfidence\":{\"score\":0.99}}]}");

        assertThat(lex.understand(Utterance.of("a room, please")).outOfScope()).isTrue();
    }

    @Test
    void it_is_asked_for_the_words_alone_signed_in_the_customers_locale_and_a_session_of_their_own() {
        service.answers("lex-fallback.json");

        lex.understand(new Utterance("¿abrís hoy?", "es", "", "", List.of()));
        var first = service.asked();
        lex.understand(new Utterance("¿abrís hoy?", "es", "", "", List.of()));

        assertThat(first.path())
                .matches("/bots/BOTBOTBOT1/botAliases/TSTALIASID/botLocales/es_419/sessions/[0-9a-f-]{36}/text");
        assertThat(service.asked().path()).isNotEqualTo(first.path());
        assertThat(first.body()).hasToString("{\"text\":\"¿abrís hoy?\"}");
        assertThat(first.authorization())
                .contains("/eu-west-1/lex/aws4_request")
                .doesNotContain("secret");
    }

    @Test
    void a_language_without_a_locale_is_asked_in_the_bots_own() {
        service.answers("lex-fallback.json");
        lex.understand(new Utterance("quando aprite?", "it", "", "", List.of()));

        assertThat(service.asked().path()).contains("/botLocales/en_US/");
    }

    @Test
    void words_longer_than_it_takes_are_cut_between_characters() {
        service.answers("lex-fallback.json");
        lex.understand(Utterance.of("🥐".repeat(2000)));

        assertThat(service.asked().body().path("text").asText()).isEqualTo("🥐".repeat(1024));
    }

    @Test
    void nothing_is_asked_where_nothing_was_said() {
        assertThat(lex.understand(Utterance.of("  ")).outOfScope()).isTrue();
        assertThat(service.requests()).isZero();
    }

    @Test
    void an_answer_without_interpretations_cannot_be_read() {
        assertThatThrownBy(() -> lex.understand(Utterance.of("hello")))
                .isInstanceOfSatisfying(
                        EngineTrouble.class, e -> assertThat(e.kind()).isEqualTo(EngineTrouble.Kind.UNREADABLE));
    }
}
