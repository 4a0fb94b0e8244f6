package dev.shopbell.dialogue;

import static dev.shopbell.dialogue.Bakery.order;
import static dev.shopbell.dialogue.Bakery.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Understanding.Passage;
import dev.shopbell.conversation.Understanding.ScoredIntent;
import dev.shopbell.platform.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Questions that no intent answers, but a document does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswersFromDocumentsTest {
    private static final Passage LOAF =
            new Passage("A loaf keeps for {hours} and $1 days.", "Keeping bread › Loaf", "storage.md#loaf", "", 0.92);
    private static final Passage BAGUETTE = new Passage(
            "Best at once.", "Keeping bread › Baguettes", "storage.md#baguettes", "https://example.com/b", 0.88);

    private final Bakery bakery = new Bakery()
            .where("how long does it keep?", outOfScope(LOAF))
            .where("does it keep?", outOfScope(LOAF, BAGUETTE))
            .where("where is my order", "order_status")
            .whereNothing("1042", order("1042"))
            .whereNothing("blargh");

    private static Understanding outOfScope(Passage... passages) {
        return new Understanding("en", List.of(new ScoredIntent("prices", 0.2)), true, List.of(), 0)
                .knowing(List.of(passages));
    }

    @Test
    void says_what_stands_there_word_for_word_and_where() {
        var decision = bakery.says("how long does it keep?");

        assertThat(words(decision)).endsWith("A loaf keeps for {hours} and $1 days.\n\nFrom: Keeping bread › Loaf");
        assertThat(decision.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(decision.intent()).isEqualTo("knowledge");
        assertThat(decision.replies().getFirst().choices()).isEmpty();
    }

    @Test
    void offers_the_passage_that_is_as_likely_and_says_it_when_it_is_chosen() {
        var decision = bakery.says("does it keep?");
        assertThat(words(decision)).contains("A loaf keeps", "From: Keeping bread › Loaf", "Did you mean");
        var other = decision.replies().getFirst().choices();
        assertThat(other).containsExactly(new Option("knowledge:" + BAGUETTE.key(), "Baguettes"));
        bakery.where("Baguettes", Understanding.NOTHING.knowing(List.of(BAGUETTE)));

        assertThat(words(bakery.says("1")))
                .isEqualTo("Best at once.\n\nFrom: Keeping bread › Baguettes\nhttps://example.com/b");
    }

    @Test
    void says_that_it_does_not_know_where_nothing_supports_an_answer() {
        var decision = bakery.says("blargh");

        assertThat(decision.outcome()).isEqualTo(Outcome.NOT_UNDERSTOOD);
        assertThat(words(decision)).contains("I didn't get that");
        assertThat(bakery.says("blargh").outcome()).isEqualTo(Outcome.ESCALATED);
    }

    @Test
    void answers_in_between_and_comes_back_to_its_question() {
        bakery.says("where is my order");

        assertThat(words(bakery.says("how long does it keep?")))
                .contains("A loaf keeps", "From: Keeping bread › Loaf", "What is your order number?");
        assertThat(words(bakery.says("1042"))).contains("out for delivery");
    }

    @Test
    void sends_nobody_to_read_who_asks_for_a_person() {
        bakery.where(
                "a human?",
                new Understanding("en", List.of(new ScoredIntent("talk_to_person", 0.6)), false, List.of(), 0)
                        .knowing(List.of(LOAF)));

        assertThat(bakery.says("a human?").outcome()).isEqualTo(Outcome.ESCALATED);
    }

    @Test
    void an_answer_of_an_older_nlu_is_still_read() throws IOException {
        var old = "{\"language\":\"en\",\"intents\":[],\"outOfScope\":true,\"entities\":[],\"anger\":0.0}";
        assertThat(read(old).knowledge()).isEmpty();

        var now = old.replace(
                "}", ",\"knowledge\":[{\"text\":\"T\",\"title\":\"A › B\",\"source\":\"a.md#b\",\"score\":0.9}]}");
        assertThat(read(now).knowledge()).containsExactly(new Passage("T", "A › B", "a.md#b", "", 0.9));
    }

    private static Understanding read(String json) throws IOException {
        return NluFunction.read(Json.read(json.getBytes(StandardCharsets.UTF_8)));
    }
}
