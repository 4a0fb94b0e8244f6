package dev.shopbell.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.channels.Channels;
import dev.shopbell.channels.Transport;
import dev.shopbell.channels.road.PairPace;
import dev.shopbell.conversation.ConversationId;
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

/** WhatsApp says that one person gets too much from us, with 131056. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LearnedPaceTest {

    private static final Duration RETENTION = Duration.ofDays(90);
    private static final ConversationId BEN = ConversationId.parse("whatsapp:77:34611");
    private static final String TOO_MUCH = "{\"error\":{\"code\":131056,\"message\":\"pair rate limit hit\"}}";

    private final InMemoryTable dynamo = new InMemoryTable();
    private final TurnTable turns = new TurnTable(dynamo, "t", RETENTION);
    private final List<String> sent = new ArrayList<>();
    private final Deque<Transport.Result> answers = new ArrayDeque<>();
    private final MovingClock clock = new MovingClock();

    /** Another process each time: what was learned lies in the table. */
    private TakeTurn process() {
        Transport provider = (url, headers, body) -> {
            sent.add(new String(body, StandardCharsets.UTF_8));
            return answers.isEmpty()
                    ? new Transport.Result.Answered(200, Optional.empty(), "{\"messages\":[{\"id\":\"w\"}]}")
                    : answers.poll();
        };
        var channels = Channels.of(
                name -> Optional.of(name.endsWith("URL") ? "http://127.0.0.1:1" : "setting"),
                provider,
                (c, json) -> {},
                clock);
        var meaning = new Understanding("en", List.of(new ScoredIntent("prices", 0.9)), false, List.of(), 0);
        var policy = new Policy(Bakery.BOT, u -> meaning, new FileConnectors(Bakery.BOT), clock);
        var pace = new KeepPace(new SharedRate(dynamo, "t"), 10, name -> Optional.empty(), clock);
        var replies = new SendReplies(
                channels,
                turns,
                new Receipts(dynamo, "t", RETENTION),
                new CircuitBreaker(clock),
                pace,
                Bakery.NEVER,
                clock);
        return new TakeTurn(
                turns, new Consents(dynamo, "t"), Bakery.customers(dynamo, clock), policy, replies, () -> false, clock);
    }

    @Test
    void until_then_a_lively_chat_is_not_slowed_down() {
        for (int i = 1; i <= 40; i++) {
            say(i);
        }

        assertThat(sent).hasSize(40);
    }

    @Test
    void from_then_on_each_answer_takes_its_six_seconds() {
        learn();

        assertThatThrownBy(() -> say(2)).hasMessageContaining("slower pace");
        clock.advance(Duration.ofSeconds(6));
        say(2);
        assertThatThrownBy(() -> say(3)).hasMessageContaining("slower pace");
        clock.advance(Duration.ofSeconds(6));
        say(3);

        assertThat(sent).hasSize(4); // the refused one among them
    }

    @Test
    void waiting_decides_nothing_and_writes_nothing() {
        learn();
        var before = dynamo.under(BEN.toString());

        assertThatThrownBy(() -> say(2)).isInstanceOfSatisfying(RetryableFailure.class, wait -> {
            assertThat(wait.isWaiting()).isTrue();
            assertThat(wait.after()).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(8));
        });

        assertThat(dynamo.under(BEN.toString())).isEqualTo(before);
    }

    @Test
    void after_some_quiet_hours_it_is_forgotten() {
        learn();
        clock.advance(PairPace.REMEMBERED.plusSeconds(1));

        for (int i = 2; i <= 9; i++) {
            say(i);
        }

        assertThat(sent).hasSize(10);
        assertThat(turns.newest(BEN).orElseThrow().context()).doesNotContain("\"pp\"");
    }

    /** The first answer is refused once, and sent after the wait. */
    private void learn() {
        answers.add(new Transport.Result.Answered(400, Optional.empty(), TOO_MUCH));
        assertThatThrownBy(() -> say(1)).hasMessageContaining("131056");
        clock.advance(Duration.ofSeconds(6));
        say(1);
        assertThat(sent).hasSize(2);
    }

    private void say(int number) {
        var message = new InboundMessage.Text(new MessageId("whatsapp:" + number), BEN, "prices?");
        process().take(new Mail.CustomerSaid(message, clock.instant(), clock.instant(), ""), 1);
    }
}
