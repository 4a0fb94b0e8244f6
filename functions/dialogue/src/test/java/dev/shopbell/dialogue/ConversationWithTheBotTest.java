package dev.shopbell.dialogue;

import static dev.shopbell.dialogue.Bakery.order;
import static dev.shopbell.dialogue.Bakery.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Understanding.Entity;
import dev.shopbell.conversation.Understanding.ScoredIntent;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConversationWithTheBotTest {

    private final Bakery bakery = new Bakery()
            .where("prices?", "prices")
            .where("where is my order", "order_status")
            .where("where is order 1042", "order_status", order("1042"))
            .where("open?", "opening_hours")
            .where("never mind", "cancel")
            .whereNothing("1042", order("1042"))
            .whereNothing("no, 1043", order("1043"))
            .whereNothing("9999", order("9999"))
            .whereNothing("blargh");

    @Test
    void begins_by_saying_that_this_is_a_bot_and_says_it_once() {
        assertThat(words(bakery.says("prices?")))
                .startsWith("Hi, I'm the Bluebell Bakery bot")
                .contains("1.60");
        assertThat(words(bakery.says("prices?"))).doesNotContain("bot").contains("1.60");
    }

    @Test
    void answers_the_opening_hours_of_the_day_that_was_asked_for() {
        bakery.where("open on Sunday?", "opening_hours", new Entity("date", "Sunday", "2026-11-29", 8, 14));

        assertThat(words(bakery.says("open on Sunday?")))
                .contains("Sunday: 7:00–14:00")
                .doesNotContain("Monday");
        assertThat(words(bakery.says("open?"))).contains("Monday: closed", "Tuesday–Thursday: 7:00–19:00");
    }

    @Test
    void says_closed_on_a_holiday_that_falls_on_a_day_of_work() {
        bakery.where("open at Christmas?", "opening_hours", new Entity("date", "Christmas", "2026-12-25", 8, 17));

        assertThat(words(bakery.says("open at Christmas?"))).contains("Friday: closed");
    }

    @Test
    void speaks_the_customers_language_and_stays_in_it() {
        bakery.where(
                "¿precios?", new Understanding("es", List.of(new ScoredIntent("prices", 0.9)), false, List.of(), 0));

        assertThat(words(bakery.says("¿precios?"))).contains("Cruasán 1,60 €");
        assertThat(words(bakery.says("blargh"))).contains("No te he entendido");
    }

    @Test
    void asks_for_what_is_missing_and_then_looks_it_up() {
        var asked = bakery.says("where is my order");
        assertThat(asked.outcome()).isEqualTo(Outcome.ASKED);
        assertThat(words(asked)).contains("What is your order number?");

        var found = bakery.says("1042");
        assertThat(found.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(words(found)).contains("Order 1042 is out for delivery");
    }

    @Test
    void takes_the_number_from_the_first_sentence() {
        assertThat(words(bakery.says("where is order 1042"))).contains("out for delivery");
    }

    @Test
    void answers_something_else_in_between_and_comes_back_to_its_question() {
        bakery.says("where is my order");

        var between = bakery.says("open?");
        assertThat(words(between)).contains("7:00–14:00", "Back to what we were doing", "What is your order number?");

        assertThat(words(bakery.says("1042"))).contains("out for delivery");
    }

    @Test
    void lets_a_number_be_corrected_after_the_answer() {
        bakery.says("where is order 1042");

        assertThat(words(bakery.says("no, 1043"))).contains("Order 1043 is in the oven");
    }

    @Test
    void says_that_an_order_is_not_there_and_asks_again() {
        bakery.says("where is my order");

        var missing = bakery.says("9999");
        assertThat(missing.outcome()).isEqualTo(Outcome.ASKED);
        assertThat(words(missing)).contains("I can't find order 9999");

        assertThat(words(bakery.says("1042"))).contains("out for delivery");
    }

    @Test
    void stops_when_the_customer_calls_it_off() {
        bakery.says("where is my order");

        assertThat(words(bakery.says("never mind"))).contains("stopped looking");
        assertThat(bakery.memory().flow()).isEmpty();
    }

    @Test
    void says_that_it_did_not_understand_and_what_it_can_do() {
        var decision = bakery.says("blargh");

        assertThat(decision.outcome()).isEqualTo(Outcome.NOT_UNDERSTOOD);
        assertThat(decision.replies().getFirst().choices())
                .extracting(Option::title)
                .hasSize(4)
                .contains("Talk to a person");
    }

    @Test
    void understands_the_number_of_a_choice_typed_back() {
        bakery.says("open?");

        assertThat(bakery.says("2").intent()).isEqualTo("prices");
    }

    @Test
    void understands_the_title_of_a_choice_typed_back() {
        bakery.says("open?");

        assertThat(bakery.says("  prices ").intent()).isEqualTo("prices");
    }

    @Test
    void asks_which_of_two_close_readings_was_meant() {
        var close = List.of(new ScoredIntent("prices", 0.41), new ScoredIntent("custom_cakes", 0.40));
        bakery.where("cake price?", new Understanding("en", close, false, List.of(), 0));

        var decision = bakery.says("cake price?");

        assertThat(words(decision)).contains("Did you mean");
        assertThat(decision.replies().getFirst().choices())
                .extracting(Option::value)
                .containsExactly("intent:prices", "intent:custom_cakes");
    }

    @Test
    void its_memory_does_not_grow_with_the_conversation() {
        for (int i = 0; i < 60; i++) {
            bakery.says("where is order 1042");
            bakery.says("open?");
        }
        var after120 = MemoryCodec.write(bakery.memory(), List.of()).length();
        for (int i = 0; i < 500; i++) {
            bakery.says("where is order 1042");
            bakery.says("open?");
        }

        assertThat(MemoryCodec.write(bakery.memory(), List.of()).length())
                .isEqualTo(after120)
                .isLessThan(1000);
    }

    @Test
    void its_memory_does_not_hold_again_what_its_turn_says() {
        bakery.where("cakes?", "custom_cakes");
        var decision = bakery.says("cakes?");
        var memory = decision.memory();
        assertThat(memory.offered()).isNotEmpty();
        assertThat(memory.recentIntents()).isNotEmpty();

        var written = MemoryCodec.write(memory, decision.replies());

        assertThat(written).doesNotContain("intent:").contains("\"o\":true").doesNotContain("\"i\":");
        assertThat(MemoryCodec.read(written, decision.replies())).isEqualTo(memory);
        assertThat(MemoryCodec.read(MemoryCodec.write(memory, List.of()), List.of()))
                .as("offered earlier")
                .isEqualTo(memory);
        assertThat(MemoryCodec.read(MemoryCodec.write(memory.withBot(""), List.of()), List.of()))
                .as("back from a person")
                .isEqualTo(memory.withBot(""));
    }

    @Test
    void its_memory_is_read_as_it_was_written_before_november_2026() {
        var memory = MemoryCodec.read("""
                {"l":"en","d":true,"i":["prices","delivery_area"],"tr":["prices: answered","asked"],\
                "o":[["intent:prices","Prices"]],"h":"8AGgzmoeNAuX59PJ"}""", List.of());

        assertThat(memory.recentIntents()).containsExactly("prices", "delivery_area");
        assertThat(memory.offered()).containsExactly(new Option("intent:prices", "Prices"));
        assertThat(memory.handled()).containsExactly("8AGgzmoe", "NAuX59PJ");
    }
}
