package dev.shopbell.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.Card;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Understanding.ScoredIntent;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Answers with more than words; the disclosure is over already. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswersThatShowTest {

    private final Bakery bakery = new Bakery()
            .where("hello", "greeting")
            .where("cakes?", "custom_cakes")
            .where("where are you?", "location")
            .where(
                    "¿tartas?",
                    new Understanding("es", List.of(new ScoredIntent("custom_cakes", 0.9)), false, List.of(), 0));

    @BeforeEach
    void meet() {
        bakery.says("hello");
    }

    @Test
    void have_cards_with_the_intents_titles_on_their_buttons() {
        assertThat(bakery.says("cakes?").replies()).singleElement().isInstanceOfSatisfying(Reply.Cards.class, cards -> {
            assertThat(cards.text()).contains("38 €");
            assertThat(cards.cards()).extracting(Card::title).containsExactly("Birthday cakes", "Wedding cakes");
            assertThat(cards.choices())
                    .extracting(Option::value)
                    .containsExactly("intent:prices", "intent:allergens", "intent:talk_to_person");
        });
    }

    @Test
    void have_cards_in_the_customers_language() {
        assertThat(bakery.says("¿tartas?").replies())
                .singleElement()
                .isInstanceOfSatisfying(Reply.Cards.class, cards -> assertThat(cards.cards())
                        .extracting(Card::title)
                        .contains("Tartas de boda"));
    }

    @Test
    void let_a_button_be_chosen_by_its_number_through_all_cards() {
        bakery.says("cakes?");

        assertThat(bakery.says("3").outcome()).isEqualTo(Outcome.ESCALATED);
    }

    @Test
    void let_a_button_be_chosen_by_its_title() {
        bakery.says("cakes?");

        assertThat(bakery.says("prices").intent()).isEqualTo("prices");
    }

    @Test
    void have_a_place_on_the_map() {
        assertThat(bakery.says("where are you?").replies())
                .singleElement()
                .isInstanceOfSatisfying(Reply.Place.class, place -> {
                    assertThat(place.text()).contains("Calle del Horno 12");
                    assertThat(place.name()).isEqualTo("Bluebell Bakery");
                    assertThat(place.latitude()).isEqualTo(40.4113);
                });
    }
}
