package dev.shopbell.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.channels.Channels;
import dev.shopbell.channels.Transport;
import dev.shopbell.channels.road.SendingRules.Purpose;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.DeliveryReport;
import dev.shopbell.conversation.DeliveryStatus;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Remedy;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.conversation.Turn;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Understanding.ScoredIntent;
import dev.shopbell.conversation.Wish;
import dev.shopbell.platform.Consents;
import dev.shopbell.platform.InMemoryTable;
import dev.shopbell.platform.Receipts;
import dev.shopbell.platform.RetryableFailure;
import dev.shopbell.platform.SharedRate;
import dev.shopbell.platform.TurnTable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A reply that the platform took, or should have, and did not bring. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FailedReplyTest {

    private static final Duration RETENTION = Duration.ofDays(90);
    private static final ConversationId SMS = ConversationId.parse("sms:+34900:+34600");
    private static final ConversationId WHATSAPP = ConversationId.parse("whatsapp:77:34600123456");
    private static final ConversationId MESSENGER = ConversationId.parse("messenger:5:9");
    private static final Duration PAUSE = Duration.ofSeconds(6);
    private static final Duration LONGER_PAUSE = Duration.ofSeconds(21);

    private final InMemoryTable dynamo = new InMemoryTable();
    private final MovingClock clock = new MovingClock();
    private final TurnTable turns = new TurnTable(dynamo, "t", RETENTION);
    private final Receipts receipts = new Receipts(dynamo, "t", RETENTION);
    private final Consents consents = new Consents(dynamo, "t");
    private final Deque<Transport.Result> answers = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private final List<Mail.ReplyFailed> mailbox = new ArrayList<>();
    private Optional<String> template = Optional.empty();
    private String intent = "prices";
    private int messages;
    private boolean slow;

    /** Each time a fresh process: nothing is known but what was written. */
    private TakeTurn process() {
        Transport provider = (url, headers, body) -> {
            sent.add(new String(body, StandardCharsets.UTF_8));
            return answers.isEmpty() ? accepted() : answers.poll();
        };
        var channels = Channels.of(
                name -> Optional.of(name.endsWith("URL") ? "http://127.0.0.1:1" : "setting"),
                provider,
                (c, json) -> {},
                clock);
        var policy = new Policy(
                Bakery.BOT,
                u -> new Understanding("en", List.of(new ScoredIntent(intent, 0.9)), false, List.of(), 0),
                new FileConnectors(Bakery.BOT),
                () -> template,
                clock);
        var pace = new KeepPace(
                new SharedRate(dynamo, "t"),
                10,
                name -> Optional.of(name).filter(any -> slow).map(any -> "1"),
                clock);
        var replies = new SendReplies(channels, turns, receipts, new CircuitBreaker(clock), pace, mailbox::add, clock);
        return new TakeTurn(turns, consents, Bakery.customers(dynamo, clock), policy, replies, () -> false, clock);
    }

    private static Transport.Result accepted() {
        return new Transport.Result.Answered(
                200, Optional.empty(), "{\"sid\":\"SM1\",\"message_id\":\"m\",\"messages\":[{\"id\":\"w\"}]}");
    }

    private static Transport.Result windowClosed() {
        return new Transport.Result.Answered(
                400, Optional.empty(), "{\"error\":{\"code\":10,\"error_subcode\":2018278}}");
    }

    private void customerSays(ConversationId who, String words) {
        var text = new InboundMessage.Text(new MessageId("m:" + ++messages), who, words);
        process().take(new Mail.CustomerSaid(text, clock.instant(), clock.instant(), ""), 1);
    }

    private void agentSays(ConversationId to, String words) {
        var ticket = turns.newest(to).orElseThrow().ticket();
        var id = new MessageId("desk:" + ++messages);
        process().take(new Mail.AgentSaid(id, to, ticket, "eva@example.com", words, clock.instant()), 1);
    }

    /** As webhook does it: the mail first, then the receipt. */
    private Mail.ReplyFailed fails(ConversationId who, long turn, int index, Remedy remedy) {
        var reply = new ReplyId(who, turn, index);
        receipts.report(new DeliveryReport(reply, DeliveryStatus.FAILED, clock.instant(), "30008", remedy));
        return new Mail.ReplyFailed(reply, remedy, clock.instant());
    }

    private List<Outcome> outcomes(ConversationId who) {
        return turns.after(who, 0, 99).stream().map(Turn::outcome).toList();
    }

    @Test
    void is_sent_once_more_after_a_pause_however_often_we_are_told() {
        customerSays(SMS, "Prices?");
        var failed = fails(SMS, 1, 0, Remedy.SEND_AGAIN);

        assertThatThrownBy(() -> process().take(failed, 1))
                .isInstanceOfSatisfying(RetryableFailure.class, early -> assertThat(early.isWaiting())
                        .isTrue());
        assertThat(sent).hasSize(1);
        clock.advance(PAUSE);
        process().take(failed, 2);
        process().take(failed, 3);

        assertThat(sent).hasSize(2);
        assertThat(outcomes(SMS)).containsExactly(Outcome.ANSWERED, Outcome.RESENT);
        assertThat(turns.newest(SMS).orElseThrow().heard()).isEmpty();
    }

    @Test
    void stays_failed_after_three_times() {
        customerSays(SMS, "Prices?");
        for (var turn = 1; turn <= 3; turn++) {
            var failed = fails(SMS, turn, 0, Remedy.SEND_AGAIN);
            clock.advance(LONGER_PAUSE);
            process().take(failed, 1);
        }

        assertThat(sent).hasSize(3);
        assertThat(outcomes(SMS)).containsExactly(Outcome.ANSWERED, Outcome.RESENT, Outcome.RESENT);
    }

    @Test
    void is_not_sent_behind_what_was_said_since() {
        customerSays(SMS, "Prices?");
        customerSays(SMS, "And what do you cost?");
        var failed = fails(SMS, 1, 0, Remedy.SEND_AGAIN);
        clock.advance(PAUSE);
        process().take(failed, 1);

        assertThat(sent).hasSize(2);
    }

    @Test
    void is_not_sent_when_the_carrier_took_hours_to_tell() {
        customerSays(SMS, "Prices?");
        clock.advance(Duration.ofHours(2));
        var failed = fails(SMS, 1, 0, Remedy.SEND_AGAIN);
        clock.advance(PAUSE);
        process().take(failed, 1);

        assertThat(sent).hasSize(1);
    }

    @Test
    void is_not_sent_to_somebody_who_meanwhile_wants_no_messages() {
        customerSays(SMS, "Prices?");
        var failed = fails(SMS, 1, 0, Remedy.SEND_AGAIN);
        var stop = new InboundMessage.Consent(new MessageId("m:stop"), SMS, Wish.STOP, "STOP", false);
        process().take(new Mail.CustomerSaid(stop, clock.instant(), clock.instant(), ""), 1);
        clock.advance(PAUSE);
        process().take(failed, 1);

        assertThat(sent).hasSize(1);
    }

    @Test
    void goes_out_with_those_behind_it_that_failed_too_in_their_order() {
        customerSays(WHATSAPP, "A person, please");
        answeredWith(new Reply.Text("The first."), new Reply.Text("The second."));
        var first = fails(WHATSAPP, 2, 0, Remedy.SEND_AGAIN);
        clock.advance(PAUSE);
        process().take(first, 1);
        assertThat(sent).isEmpty(); // the second is through, as far as anybody knows

        var second = fails(WHATSAPP, 2, 1, Remedy.SEND_AGAIN);
        clock.advance(PAUSE);
        process().take(second, 1);

        assertThat(sent).hasSize(2);
        assertThat(sent.get(0)).contains("The first.");
        assertThat(sent.get(1)).contains("The second.");
    }

    @Test
    void of_several_messages_is_repeated_in_the_last_alone_whose_fate_is_known() {
        customerSays(WHATSAPP, "Hello");
        answeredWith(tooLongForOneMessage());
        var failed = fails(WHATSAPP, 2, 0, Remedy.SEND_AGAIN);
        clock.advance(PAUSE);
        process().take(failed, 1);

        assertThat(sent).hasSize(1).first().asString().contains("The very end.");
    }

    @Test
    void of_several_messages_is_repeated_in_the_last_alone_also_where_it_has_to_wait_for_a_place() {
        customerSays(WHATSAPP, "Hello");
        answeredWith(tooLongForOneMessage());
        var failed = fails(WHATSAPP, 2, 0, Remedy.SEND_AGAIN);
        clock.advance(PAUSE);
        slow = true;
        customerSays(ConversationId.parse("whatsapp:77:34600999999"), "Hello");
        sent.clear();
        assertThatThrownBy(() -> process().take(failed, 1)).hasMessageContaining("takes no more in this second");
        assertThat(outcomes(WHATSAPP)).contains(Outcome.RESENT);
        assertThat(sent).isEmpty();

        clock.advance(Duration.ofSeconds(30));
        process().take(failed, 2);

        assertThat(sent).hasSize(1).first().asString().contains("The very end.");
    }

    private static Reply tooLongForOneMessage() {
        return new Reply.Text("The first part. ".repeat(400) + "The very end.");
    }

    /** Second turn of the conversation on WhatsApp; from here on it is counted what is sent. */
    private void answeredWith(Reply... replies) {
        var before = turns.newest(WHATSAPP).orElseThrow();
        var turn = new Turn(
                WHATSAPP,
                2,
                new MessageId("m:two"),
                Turn.Speaker.CUSTOMER,
                "All?",
                "",
                List.of(replies),
                Outcome.ANSWERED,
                "",
                0,
                "en",
                "",
                null,
                0,
                clock.instant(),
                clock.instant(),
                before.context());
        assertThat(turns.save(turn)).isTrue();
        sent.clear();
    }

    @Test
    void waits_for_the_customer_where_the_platform_found_its_window_closed() {
        intent = "talk_to_person";
        customerSays(WHATSAPP, "A person, please");
        agentSays(WHATSAPP, "Your cake is ready.");
        process().take(fails(WHATSAPP, 2, 0, Remedy.WAIT_FOR_CUSTOMER), 1);

        assertThat(turns.newest(WHATSAPP).orElseThrow())
                .satisfies(turn -> assertThat(turn.outcome()).isEqualTo(Outcome.HELD))
                .satisfies(turn -> assertThat(turn.speaker()).isEqualTo(Turn.Speaker.AGENT))
                .satisfies(turn -> assertThat(turn.agent()).isEqualTo("eva@example.com"));
        sent.clear();

        clock.advance(Duration.ofMinutes(3));
        customerSays(WHATSAPP, "Hello?");
        assertThat(sent).hasSize(1).first().asString().contains("Your cake is ready.");
    }

    @Test
    void is_replaced_once_by_the_template_that_asks_the_customer_to_write() {
        template = Optional.of("write_back");
        intent = "talk_to_person";
        customerSays(WHATSAPP, "A person, please");
        agentSays(WHATSAPP, "Your cake is ready.");
        agentSays(WHATSAPP, "It is a lovely one.");
        sent.clear();
        var first = fails(WHATSAPP, 2, 0, Remedy.WAIT_FOR_CUSTOMER);
        var second = fails(WHATSAPP, 3, 0, Remedy.WAIT_FOR_CUSTOMER);
        process().take(first, 1);
        process().take(second, 1);
        process().take(first, 2);

        assertThat(sent).hasSize(1).first().asString().contains("write_back");
        sent.clear();
        customerSays(WHATSAPP, "Hello?");
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0)).contains("Your cake is ready.");
        assertThat(sent.get(1)).contains("It is a lovely one.");
    }

    @Test
    void of_an_agent_is_sent_at_once_if_the_customer_wrote_before_we_heard_of_it() {
        intent = "talk_to_person";
        customerSays(WHATSAPP, "A person, please");
        agentSays(WHATSAPP, "Your cake is ready.");
        clock.advance(Duration.ofSeconds(1));
        customerSays(WHATSAPP, "Hello?");
        sent.clear();
        process().take(fails(WHATSAPP, 2, 0, Remedy.WAIT_FOR_CUSTOMER), 1);

        assertThat(sent).hasSize(1).first().asString().contains("Your cake is ready.");
        assertThat(turns.newest(WHATSAPP).orElseThrow().outcome()).isEqualTo(Outcome.AGENT_SPOKE);
    }

    @Test
    void of_an_agent_goes_out_as_a_persons_where_the_platform_still_lets_persons_answer() {
        intent = "talk_to_person";
        customerSays(MESSENGER, "A person, please");
        answers.add(windowClosed());
        sent.clear();
        agentSays(MESSENGER, "Your cake is ready.");

        assertThat(sent).hasSize(2);
        assertThat(sent.get(0)).doesNotContain("HUMAN_AGENT");
        assertThat(sent.get(1)).contains("HUMAN_AGENT");
        assertThat(mailbox).isEmpty();
    }

    @Test
    void is_brought_back_to_its_conversation_when_it_is_refused_at_once() {
        answers.add(windowClosed());
        customerSays(MESSENGER, "Prices?");

        assertThat(mailbox).hasSize(1);
        process().take(mailbox.getFirst(), 1);
        assertThat(outcomes(MESSENGER)).containsExactly(Outcome.ANSWERED, Outcome.HELD);
        assertThat(sent).hasSize(1);

        customerSays(MESSENGER, "Hello?");
        assertThat(sent).hasSize(3); // what waited, and the answer
        assertThat(sent.get(1)).contains("Croissant").contains("messenger:5:9#3.0");
    }

    @Test
    void is_not_made_good_for_when_it_was_brought_after_all() {
        customerSays(SMS, "Prices?");
        var reply = new ReplyId(SMS, 1, 0);
        receipts.report(new DeliveryReport(reply, DeliveryStatus.DELIVERED, clock.instant(), ""));
        clock.advance(PAUSE);
        process().take(new Mail.ReplyFailed(reply, Remedy.SEND_AGAIN, clock.instant()), 1);
        process().take(new Mail.ReplyFailed(reply, Remedy.WAIT_FOR_CUSTOMER, clock.instant()), 1);

        assertThat(sent).hasSize(1);
        assertThat(outcomes(SMS)).containsExactly(Outcome.ANSWERED);
    }

    @Test
    void keeps_all_that_it_said_until_the_customer_writes() {
        var before = Memory.FRESH.speaking("en", "Ana").asDisclosed().hearing(clock.instant());
        var place = new Reply.Place("Here we are.", 41.5, 2.25, "Bluebell", "Calle 1");
        var held = rules().shutOut(Decision.say(place, before, Outcome.ANSWERED, "", 1), Purpose.ANSWER, WHATSAPP)
                .orElseThrow();

        assertThat(held.memory().held())
                .singleElement()
                .asString()
                .contains("Here we are.", "Bluebell", "Calle 1", "query=41.5,2.25");
    }

    private KeepRules rules() {
        return new KeepRules(Bakery.BOT, () -> template, clock);
    }

    @Test
    void of_an_agent_is_kept_however_many_there_are() {
        intent = "talk_to_person";
        customerSays(WHATSAPP, "A person, please");
        for (var word : List.of("One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven.")) {
            agentSays(WHATSAPP, word);
            process()
                    .take(
                            fails(WHATSAPP, turns.newest(WHATSAPP).orElseThrow().number(), 0, Remedy.WAIT_FOR_CUSTOMER),
                            1);
        }
        sent.clear();
        customerSays(WHATSAPP, "Hello?");

        assertThat(String.join(" ", sent)).contains("One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven.");
    }

    @Test
    void leaves_a_question_for_a_rating_out() {
        intent = "talk_to_person";
        customerSays(MESSENGER, "A person, please");
        var ticket = turns.newest(MESSENGER).orElseThrow().ticket();
        answers.add(windowClosed());
        process()
                .take(
                        new Mail.HandedBack(
                                new MessageId("desk:back"), MESSENGER, ticket, "eva@example.com", clock.instant()),
                        1);
        process().take(mailbox.getFirst(), 1);

        assertThat(outcomes(MESSENGER)).containsExactly(Outcome.ESCALATED, Outcome.HANDED_BACK);
    }
}
