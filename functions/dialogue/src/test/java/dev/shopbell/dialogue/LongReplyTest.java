package dev.shopbell.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.channels.Channels;
import dev.shopbell.channels.Transport;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.Turn;
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

/** A reply that takes three messages goes on where it was stopped: what is through is not said again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LongReplyTest {

    private static final Duration RETENTION = Duration.ofDays(90);
    private static final ConversationId BEN = ConversationId.parse("whatsapp:77:34600123456");

    private final InMemoryTable dynamo = new InMemoryTable();
    private final MovingClock clock = new MovingClock();
    private final TurnTable turns = new TurnTable(dynamo, "t", RETENTION);
    private final Receipts receipts = new Receipts(dynamo, "t", RETENTION);
    private final Deque<Transport.Result> answers = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private final Turn turn = new Turn(
            BEN,
            1,
            new MessageId("w:1"),
            Turn.Speaker.CUSTOMER,
            "Tell me all",
            "",
            List.of(new Reply.Text(page("first") + page("second") + page("third"))),
            Outcome.ANSWERED,
            "prices",
            1,
            "en",
            "",
            null,
            0,
            clock.instant(),
            clock.instant(),
            "");

    private static String page(String name) {
        return ("This is of the " + name + " part. ").repeat(120);
    }

    private SendReplies process() {
        Transport provider = (url, headers, body) -> {
            sent.add(new String(body, StandardCharsets.UTF_8));
            return answers.isEmpty() ? accepted() : answers.poll();
        };
        var channels = Channels.of(
                name -> Optional.of(name.endsWith("URL") ? "http://127.0.0.1:1" : "setting"),
                provider,
                (c, json) -> {},
                clock);
        var pace = new KeepPace(new SharedRate(dynamo, "t"), 10, name -> Optional.empty(), clock);
        return new SendReplies(channels, turns, receipts, new CircuitBreaker(clock), pace, Bakery.NEVER, clock);
    }

    private static Transport.Result accepted() {
        return new Transport.Result.Answered(200, Optional.empty(), "{\"messages\":[{\"id\":\"w\"}]}");
    }

    private static Transport.Result refused() {
        return new Transport.Result.Answered(429, Optional.empty(), "{\"error\":{\"code\":130429}}");
    }

    @Test
    void after_the_platform_refused_for_now() {
        var whole = wordsOf(sentWithoutTrouble());
        answers.addAll(List.of(accepted(), refused()));
        assertThatThrownBy(() -> process().send(turn)).isInstanceOf(RetryableFailure.class);
        answers.addAll(List.of(refused()));
        assertThatThrownBy(() -> process().sendWhatIsMissing(turn)).isInstanceOf(RetryableFailure.class);
        answers.addAll(List.of(accepted(), refused()));
        assertThatThrownBy(() -> process().sendWhatIsMissing(turn)).isInstanceOf(RetryableFailure.class);
        process().sendWhatIsMissing(turn);

        // The first once, the second three times, of which one was taken, the third twice, of which one was.
        assertThat(wordsOf(sent))
                .containsExactly(whole.get(0), whole.get(1), whole.get(1), whole.get(1), whole.get(2), whole.get(2));
    }

    @Test
    void after_nobody_knows_whether_a_part_was_taken() {
        var whole = wordsOf(sentWithoutTrouble());
        answers.addAll(List.of(accepted(), new Transport.Result.NoAnswer("timeout")));
        assertThatThrownBy(() -> process().send(turn)).isInstanceOf(RetryableFailure.class);
        clock.advance(SendReplies.SETTLED_AFTER.plusSeconds(1));
        process().sendWhatIsMissing(turn);

        assertThat(wordsOf(sent)).containsExactly(whole.get(0), whole.get(1), whole.get(1), whole.get(2));
    }

    /** How it goes on a good day: three messages. */
    private List<String> sentWithoutTrouble() {
        var other = new LongReplyTest();
        other.process().send(other.turn);
        assertThat(other.sent).hasSize(3);
        return other.sent;
    }

    private static List<String> wordsOf(List<String> bodies) {
        return bodies.stream()
                .map(body -> body.replaceAll(".*\"body\":\"([^\"]*)\".*", "$1"))
                .toList();
    }
}
