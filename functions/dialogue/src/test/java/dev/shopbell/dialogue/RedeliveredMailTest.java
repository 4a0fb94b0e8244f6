package dev.shopbell.dialogue;

import static dev.shopbell.dialogue.Bakery.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.channels.Channels;
import dev.shopbell.channels.Transport;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Understanding.ScoredIntent;
import dev.shopbell.platform.Consents;
import dev.shopbell.platform.InMemoryTable;
import dev.shopbell.platform.Receipts;
import dev.shopbell.platform.RetryableFailure;
import dev.shopbell.platform.SharedRate;
import dev.shopbell.platform.TurnTable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the mailbox delivers again is decided once, and said once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RedeliveredMailTest {

    private static final Duration RETENTION = Duration.ofDays(90);

    private final InMemoryTable dynamo = new InMemoryTable();
    private final TurnTable turns = new TurnTable(dynamo, "conversations", RETENTION);
    private final Receipts receipts = new Receipts(dynamo, "conversations", RETENTION);
    private final List<String> sent = new ArrayList<>();
    private final Deque<Transport.Result> answers = new ArrayDeque<>();
    private final MovingClock clock = new MovingClock();

    private final TakeTurn turn = process();

    /** A fresh process over the same table: what is left after {@code kill -9}. */
    private TakeTurn process() {
        Transport provider = (url, headers, body) -> {
            sent.add(new String(body, java.nio.charset.StandardCharsets.UTF_8));
            return answers.isEmpty() ? accepted() : answers.poll();
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
        var meaning = new Understanding("en", List.of(new ScoredIntent("prices", 0.9)), false, List.of(), 0);
        var policy = new Policy(Bakery.BOT, u -> meaning, new FileConnectors(Bakery.BOT), clock);
        return new TakeTurn(
                turns,
                new Consents(dynamo, "conversations"),
                Bakery.customers(dynamo, clock),
                policy,
                new SendReplies(
                        channels,
                        turns,
                        receipts,
                        new CircuitBreaker(clock),
                        new KeepPace(new SharedRate(dynamo, "conversations"), 10, n -> Optional.empty(), clock),
                        Bakery.NEVER,
                        clock),
                () -> false,
                clock);
    }

    private static Transport.Result accepted() {
        return new Transport.Result.Answered(201, Optional.empty(), "{\"sid\":\"SM1\",\"status\":\"queued\"}");
    }

    @Test
    void is_neither_decided_nor_said_again_once_it_was_sent() {
        turn.take(mail("1"), 1);
        process().take(mail("1"), 2);
        process().take(mail("1"), 3);

        assertThat(sent).hasSize(1);
        assertThat(turns.last(ANA, 9)).hasSize(1);
    }

    @Test
    void is_dropped_long_after_the_queue_forgot_it() {
        turn.take(mail("1"), 1);
        for (int i = 2; i <= 30; i++) {
            turn.take(mail("" + i), 1);
        }
        clock.advance(Duration.ofDays(2));

        turn.take(mail("1"), 1);

        assertThat(sent).hasSize(30);
        assertThat(turns.last(ANA, 99)).hasSize(30);
    }

    @Test
    void is_sent_again_when_the_provider_said_that_it_did_not_take_it() {
        answers.add(new Transport.Result.Answered(429, Optional.empty(), "{\"code\":20429}"));

        assertThatThrownBy(() -> turn.take(mail("1"), 1)).isInstanceOf(RetryableFailure.class);
        turn.take(mail("1"), 2);

        assertThat(sent).hasSize(2);
        assertThat(sent.get(0)).isEqualTo(sent.get(1));
        assertThat(turns.last(ANA, 9)).hasSize(1);
    }

    @Test
    void waits_for_the_platforms_word_when_nobody_knows_whether_it_was_sent() {
        answers.add(new Transport.Result.NoAnswer("timeout"));

        assertThatThrownBy(() -> turn.take(mail("1"), 1)).isInstanceOf(RetryableFailure.class);
        assertThatThrownBy(() -> process().take(mail("1"), 2)).isInstanceOf(RetryableFailure.class);

        assertThat(sent).hasSize(1);
    }

    @Test
    void is_sent_again_when_the_platform_stays_silent_too() {
        answers.add(new Transport.Result.NoAnswer("timeout"));
        assertThatThrownBy(() -> turn.take(mail("1"), 1)).isInstanceOf(RetryableFailure.class);

        clock.advance(SendReplies.SETTLED_AFTER.plusSeconds(1));
        process().take(mail("1"), 3);

        assertThat(sent).hasSize(2);
    }

    @Test
    void is_settled_anew_when_a_repetition_died_too() {
        answers.add(new Transport.Result.NoAnswer("timeout"));
        answers.add(new Transport.Result.NoAnswer("timeout"));
        assertThatThrownBy(() -> turn.take(mail("1"), 1)).isInstanceOf(RetryableFailure.class);
        clock.advance(SendReplies.SETTLED_AFTER.plusSeconds(1));
        assertThatThrownBy(() -> process().take(mail("1"), 2)).isInstanceOf(RetryableFailure.class);

        assertThatThrownBy(() -> process().take(mail("1"), 3)).isInstanceOf(RetryableFailure.class);

        assertThat(sent).hasSize(2);
    }

    @Test
    void goes_on_when_the_provider_refuses_a_reply_for_good() {
        answers.add(new Transport.Result.Answered(400, Optional.empty(), "{\"code\":21610}"));

        turn.take(mail("1"), 1);
        turn.take(mail("2"), 1);

        assertThat(sent).hasSize(2);
    }

    @Test
    void decides_nothing_while_the_table_does_not_answer() {
        dynamo.refuse(1);

        assertThatThrownBy(() -> turn.take(mail("1"), 1)).isInstanceOf(RetryableFailure.class);

        assertThat(sent).isEmpty();
        turn.take(mail("1"), 2);
        assertThat(sent).hasSize(1);
    }

    @Test
    void returns_at_once_while_the_provider_is_known_to_be_down() {
        for (int i = 1; i <= 5; i++) {
            answers.add(new Transport.Result.NotReached("refused"));
            var id = "" + i;
            var other = new Mail.CustomerSaid(
                    new InboundMessage.Text(
                            new MessageId("sms:" + id),
                            dev.shopbell.conversation.ConversationId.parse("sms:+34900:+3460" + i),
                            "prices?"),
                    clock.instant(),
                    clock.instant(),
                    "");
            assertThatThrownBy(() -> turn.take(other, 1)).isInstanceOf(RetryableFailure.class);
        }

        assertThatThrownBy(() -> turn.take(mail("9"), 1)).hasMessageContaining("is down");

        assertThat(sent).hasSize(5);
        assertThat(turns.last(ANA, 9)).isEmpty();
        clock.advance(Duration.ofSeconds(11));
        turn.take(mail("9"), 2);
        assertThat(sent).hasSize(6);
    }

    private Mail mail(String id) {
        var message = new InboundMessage.Text(new MessageId("sms:" + id), ANA, "prices?");
        return new Mail.CustomerSaid(message, clock.instant(), clock.instant(), "");
    }
}
