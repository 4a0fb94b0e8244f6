package dev.shopbell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a visitor of the web shop is told of things that only the bakery's documents know, or that nobody there knows. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswersFromDocumentsTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final RunningShop shop = CommonShop.shop();

    private final String bearer =
            "Bearer " + shop.post("/web/sessions", "{}").path("token").asText();
    private int heard;

    private String answerTo(String words) {
        var body = "{\"text\":\"" + words + "\",\"id\":\"m" + heard + "\"}";
        assertThat(shop.statusOfPost("/web/messages", body, "Authorization", bearer))
                .isEqualTo(202);
        heard += 2;
        Await.until(
                "the answer to " + words,
                SOON,
                () -> shop.get("/web/messages", "Authorization", bearer)
                                .path("messages")
                                .size()
                        >= heard);
        return shop.get("/web/messages", "Authorization", bearer)
                .path("messages")
                .path(heard - 1)
                .path("text")
                .asText();
    }

    @Test
    void the_answer_is_quoted_with_its_source() {
        assertThat(answerTo("Can I freeze a loaf?"))
                .contains("Bread freezes well for three months.")
                .endsWith("From: Keeping bread and cakes fresh › Freezing bread");
        assertThat(answerTo("¿Puedo entrar con mi perro?"))
                .contains("Los perros pueden estar en la terraza")
                .contains("Fuente: ¿Se puede entrar con perros?");
    }

    @Test
    void what_nothing_supports_is_not_known_and_what_the_bot_can_do_is_offered() {
        assertThat(answerTo("Do you repair bicycles?"))
                .contains("I didn't get that. I can help with these:")
                .doesNotContain("From:");
    }

    @Test
    void what_an_intent_answers_is_still_answered_by_it() {
        assertThat(answerTo("What are your prices?")).contains("1.60").doesNotContain("From:");
    }
}
