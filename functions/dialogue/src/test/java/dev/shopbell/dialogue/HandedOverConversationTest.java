package dev.shopbell.dialogue;

import static dev.shopbell.dialogue.Bakery.ANA;
import static dev.shopbell.dialogue.Bakery.OPEN;
import static dev.shopbell.dialogue.Bakery.words;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Understanding;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HandedOverConversationTest {

    private final Bakery bakery = people(new Bakery());

    private static Bakery people(Bakery bakery) {
        return bakery.where("a person please", "talk_to_person")
                .where("prices?", "prices")
                .where("where is order 1042", "order_status", Bakery.order("1042"))
                .whereNothing("blargh");
    }

    @Test
    void is_opened_when_asked_for_with_what_is_known_and_what_was_tried() {
        bakery.says("where is order 1042");

        var decision = bakery.says("a person please");

        assertThat(decision.outcome()).isEqualTo(Outcome.ESCALATED);
        assertThat(words(decision)).contains("bringing in a person");
        var escalation = requireNonNull(decision.escalation());
        assertThat(escalation.reason()).isEqualTo("asked");
        assertThat(escalation.priority()).isEqualTo(2);
        assertThat(escalation.slots()).containsEntry("order", "1042");
        assertThat(escalation.tried()).contains("order_status: completed");
    }

    @Test
    void is_opened_after_two_failures_in_a_row() {
        assertThat(bakery.says("blargh").outcome()).isEqualTo(Outcome.NOT_UNDERSTOOD);
        assertThat(bakery.says("prices?").outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(bakery.says("blargh").outcome()).isEqualTo(Outcome.NOT_UNDERSTOOD);

        var second = bakery.says("blargh");

        assertThat(requireNonNull(second.escalation()).reason()).isEqualTo("not_understood");
    }

    @Test
    void is_ranked_one_higher_where_it_is_urgent() {
        var asked = List.of(new Understanding.ScoredIntent("talk_to_person", 0.9));
        bakery.where("a person, it is urgent!", new Understanding("en", asked, false, List.of(), 0, 0, 0.9));

        var escalation = requireNonNull(bakery.says("a person, it is urgent!").escalation());

        assertThat(escalation.reason()).isEqualTo("asked");
        assertThat(escalation.priority()).isEqualTo(1);
    }

    @Test
    void is_opened_at_once_on_anger_and_comes_first() {
        bakery.where("THIS IS OUTRAGEOUS!!", new Understanding("en", List.of(), true, List.of(), 0.9));

        var escalation = requireNonNull(bakery.says("THIS IS OUTRAGEOUS!!").escalation());

        assertThat(escalation.reason()).isEqualTo("anger");
        assertThat(escalation.priority()).isEqualTo(1);
    }

    @Test
    void says_when_people_will_be_there_if_the_shop_is_closed() {
        var atNight = people(new Bakery(Instant.parse("2026-11-25T23:00:00Z")));

        assertThat(words(atNight.says("a person please"))).contains("closed just now", "7:00");
    }

    @Test
    void keeps_the_bot_silent_until_the_person_hands_it_back() {
        var ticket = bakery.says("a person please").ticket();

        var silent = bakery.says("prices?");
        assertThat(silent.replies()).isEmpty();
        assertThat(silent.outcome()).isEqualTo(Outcome.TO_AGENT);
        assertThat(silent.ticket()).isEqualTo(ticket);

        bakery.on(new Mail.HandedBack(new MessageId("desk:1"), ANA, ticket, "eva@example.com", OPEN));
        assertThat(words(bakery.says("prices?"))).contains("1.60");
    }

    @Test
    void carries_the_agents_words_to_the_customer() {
        var ticket = bakery.says("a person please").ticket();

        var decision = bakery.on(agentSays(ticket, "Hello, this is Eva."));

        assertThat(words(decision)).isEqualTo("Hello, this is Eva.");
        assertThat(decision.outcome()).isEqualTo(Outcome.AGENT_SPOKE);
    }

    @Test
    void ignores_an_agents_words_for_a_ticket_that_is_over() {
        bakery.says("prices?");

        assertThat(bakery.on(agentSays("T-OLD", "Are you still there?")).replies())
                .isEmpty();
    }

    @Test
    void asks_how_the_help_was_and_keeps_the_answer() {
        var ticket = bakery.says("a person please").ticket();

        var asked = bakery.on(new Mail.HandedBack(new MessageId("desk:1"), ANA, ticket, "eva@example.com", OPEN));
        assertThat(asked.replies().getFirst().choices()).hasSize(5);

        var rated = bakery.says("5");
        assertThat(rated.outcome()).isEqualTo(Outcome.RATED);
        assertThat(rated.rating()).isEqualTo(5);
        assertThat(rated.ticket()).isEqualTo(ticket);
        assertThat(bakery.chooses("rating:1").outcome()).isEqualTo(Outcome.IGNORED);
    }

    private static Mail agentSays(String ticket, String words) {
        return new Mail.AgentSaid(new MessageId("desk:2"), ANA, ticket, "eva@example.com", words, OPEN);
    }
}
