package dev.shopbell.dialogue;

import static dev.shopbell.dialogue.Bakery.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.Channels;
import dev.shopbell.channels.Transport;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Turn;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Understanding.ScoredIntent;
import dev.shopbell.conversation.Utterance;
import dev.shopbell.platform.Consents;
import dev.shopbell.platform.InMemoryTable;
import dev.shopbell.platform.Opinion;
import dev.shopbell.platform.Opinion.Part;
import dev.shopbell.platform.Receipts;
import dev.shopbell.platform.SharedRate;
import dev.shopbell.platform.TurnTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A second engine listens, or answers a share of the conversations. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecondEngineTest {

    private static final Duration RETENTION = Duration.ofDays(90);

    private final InMemoryTable dynamo = new InMemoryTable();
    private final TurnTable turns = new TurnTable(dynamo, "conversations", RETENTION);
    private final List<String> order = new ArrayList<>();
    private final MovingClock clock = new MovingClock();
    private final Map<String, Understanding> ours = new HashMap<>();
    private final Second second = new Second();
    private boolean halted;
    private int mails;

    /** The second engine, as the test has it. */
    private final class Second implements SecondEngine {
        private final List<Opinion> notes = new ArrayList<>();
        private final List<String> shown = new ArrayList<>();
        private int asked;
        private Answer answer = Answer.failed("timeout", 1500);

        @Override
        public String name() {
            return "lex:B/A";
        }

        @Override
        public Answer ask(Utterance utterance) {
            asked++;
            order.add("asked");
            return answer;
        }

        @Override
        public void showLater(Utterance utterance, Turn turn, String own) {
            order.add("shown");
            shown.add(utterance.text() + " " + turn.number() + " " + own);
        }

        @Override
        public void note(Opinion opinion) {
            notes.add(opinion);
        }
    }

    private TakeTurn turn(double percent, boolean shadow) {
        Transport provider = (url, headers, body) -> {
            order.add("answered");
            return new Transport.Result.Answered(201, Optional.empty(), "{\"sid\":\"SM1\",\"status\":\"queued\"}");
        };
        var settings = Map.of(
                "TWILIO_ACCOUNT_SID",
                "AC1",
                "TWILIO_AUTH_TOKEN",
                "secret",
                "TWILIO_API_URL",
                "http://127.0.0.1:1",
                "PUBLIC_BASE_URL",
                "https://shop.example");
        var channels = Channels.of(n -> Optional.ofNullable(settings.get(n)), provider, (c, json) -> {}, clock);
        Understands own = words -> ours.getOrDefault(words.text(), Understanding.NOTHING);
        return new TakeTurn(
                turns,
                new Consents(dynamo, "conversations"),
                Bakery.customers(dynamo, clock),
                new Policy(Bakery.BOT, own, new FileConnectors(Bakery.BOT), clock),
                new Trial(own, second, percent, shadow, () -> halted),
                new SendReplies(
                        channels,
                        turns,
                        new Receipts(dynamo, "conversations", RETENTION),
                        new CircuitBreaker(clock),
                        new KeepPace(new SharedRate(dynamo, "conversations"), 10, n -> Optional.empty(), clock),
                        Bakery.NEVER,
                        clock),
                () -> false,
                clock);
    }

    private String says(TakeTurn turn, String words) {
        mails++;
        turn.take(
                new Mail.CustomerSaid(
                        new InboundMessage.Text(new MessageId("sms:" + mails), ANA, words),
                        clock.instant(),
                        clock.instant(),
                        ""),
                1);
        return turns.newest(ANA).orElseThrow().intent();
    }

    private static Understanding meaning(String intent) {
        return new Understanding("en", List.of(new ScoredIntent(intent, 0.9)), false, List.of(), 0);
    }

    private static Understanding refusal() {
        return new Understanding("en", List.of(new ScoredIntent("prices", 0.2)), true, List.of(), 0);
    }

    private void secondSays(Understanding understanding) {
        second.answer = new SecondEngine.Answer(Optional.of(understanding), "", 120);
    }

    @Test
    void in_the_shadow_it_sees_the_words_once_the_customer_has_the_answer() {
        ours.put("how much?", meaning("prices"));

        assertThat(says(turn(0, true), "how much?")).isEqualTo("prices");

        assertThat(order).containsExactly("answered", "shown");
        assertThat(second.shown).containsExactly("how much? 1 prices");
        assertThat(second.notes).isEmpty();
    }

    @Test
    void an_answer_to_a_flows_question_is_nobody_elses_business() {
        ours.put("1042", new Understanding("", List.of(), false, List.of(Bakery.order("1042")), 0));

        says(turn(100, true), "1042");

        assertThat(order).doesNotContain("asked", "shown");
        assertThat(second.notes).isEmpty();
    }

    @Test
    void in_a_trial_its_intent_counts_with_our_entities_and_mood() {
        ours.put(
                "1042?",
                new Understanding(
                        "en", List.of(new ScoredIntent("prices", 0.9)), false, List.of(Bakery.order("1042")), 0));
        secondSays(meaning("order_status"));

        says(turn(100, false), "1042?");

        assertThat(turns.newest(ANA).orElseThrow().replies().toString()).contains("1042");
        assertThat(second.notes).singleElement().satisfies(note -> {
            assertThat(note.part()).isEqualTo(Part.TRIAL);
            assertThat(note.own()).isEqualTo("prices");
            assertThat(note.other()).isEqualTo("order_status");
            assertThat(note.agreement()).isEqualTo("differ");
            assertThat(note.millis()).isEqualTo(120);
            assertThat(note.bad()).isFalse();
        });
    }

    @Test
    void where_it_fails_our_own_answer_stands_and_the_reason_is_noted() {
        ours.put("how much?", meaning("prices"));
        second.answer = SecondEngine.Answer.failed("throttled", 80);

        assertThat(says(turn(100, false), "how much?")).isEqualTo("prices");

        assertThat(second.notes).singleElement().satisfies(note -> {
            assertThat(note.trouble()).isEqualTo("throttled");
            assertThat(note.bad()).isTrue();
        });
    }

    @Test
    void what_it_refuses_is_not_understood_and_went_badly() {
        ours.put("how much?", meaning("prices"));
        secondSays(refusal());

        says(turn(100, false), "how much?");

        assertThat(second.notes).singleElement().satisfies(note -> {
            assertThat(note.other()).isEmpty();
            assertThat(note.bad()).isTrue();
        });
    }

    @Test
    void a_person_called_after_the_bot_spoke_counts_against_it() {
        var turn = turn(100, false);
        ours.put("how much?", meaning("prices"));
        ours.put("a person", meaning("talk_to_person"));
        secondSays(meaning("prices"));
        says(turn, "how much?");
        assertThat(second.notes.getLast().bad()).isFalse();

        secondSays(meaning("talk_to_person"));
        says(turn, "a person");
        assertThat(second.notes.getLast().bad()).isTrue();
    }

    @Test
    void who_begins_by_asking_for_a_person_blames_nobody() {
        ours.put("a person", meaning("talk_to_person"));
        secondSays(meaning("talk_to_person"));

        says(turn(100, false), "a person");

        assertThat(second.notes).singleElement().matches(note -> !note.bad());
    }

    @Test
    void those_it_is_compared_with_are_noted_too_and_it_is_not_asked() {
        ours.put("how much?", meaning("prices"));
        var out = turn(0.01, true); // ANA is not among one in ten thousand

        says(out, "how much?");

        assertThat(second.asked).isZero();
        assertThat(second.notes).extracting(Opinion::part).containsExactly(Part.CONTROL);
        assertThat(second.shown).hasSize(1);
    }

    @Test
    void a_trial_that_was_ended_asks_and_counts_nobody() {
        halted = true;
        ours.put("how much?", meaning("prices"));

        assertThat(says(turn(100, false), "how much?")).isEqualTo("prices");

        assertThat(order).containsExactly("answered");
        assertThat(second.notes).isEmpty();
    }
}
