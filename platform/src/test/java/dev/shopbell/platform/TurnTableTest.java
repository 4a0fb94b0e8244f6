package dev.shopbell.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.conversation.Attachment;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Escalation;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TurnTableTest {

    private static final ConversationId ANA = ConversationId.parse("web:shop:ana");

    private final InMemoryTable dynamo = new InMemoryTable();
    private final TurnTable turns = new TurnTable(dynamo, "conversations", Duration.ofDays(90));

    @Test
    void the_newest_turn_is_where_the_conversation_stands() {
        turns.save(turn(1));
        turns.save(turn(2));
        turns.save(turn(10));

        assertThat(turns.newest(ANA)).contains(turn(10));
    }

    @Test
    void a_turn_is_saved_once_and_never_overwritten() {
        assertThat(turns.save(turn(1))).isTrue();
        assertThat(turns.save(turn(1))).isFalse();
    }

    @Test
    void a_reader_goes_on_after_the_turn_it_has_seen() {
        for (int i = 1; i <= 12; i++) {
            turns.save(turn(i));
        }

        assertThat(turns.after(ANA, 9, 2)).extracting(Turn::number).containsExactly(10L, 11L);
        assertThat(turns.last(ANA, 3)).extracting(Turn::number).containsExactly(10L, 11L, 12L);
    }

    @Test
    void everything_of_a_turn_comes_back() {
        turns.save(turn(7));

        assertThat(turns.find(ANA, 7)).contains(turn(7));
    }

    @Test
    void a_turn_expires_after_the_retention() {
        turns.save(turn(1));

        assertThat(new Row(dynamo.under("web:shop:ana").getFirst()).text("ttl"))
                .isEqualTo(Long.toString(
                        turn(1).decidedAt().plus(Duration.ofDays(90)).getEpochSecond()));
    }

    @Test
    void a_table_that_refuses_is_a_failure_to_retry() {
        dynamo.refuse(1);

        assertThatThrownBy(() -> turns.newest(ANA)).isInstanceOf(RetryableFailure.class);
    }

    @Test
    void stays_under_two_write_units_with_a_usual_turn() {
        turns.save(turn(1));

        var bytes = dynamo.under("web:shop:ana").getFirst().entrySet().stream()
                .mapToInt(e -> e.getKey().length()
                        + new Row(Map.of(e.getKey(), e.getValue()))
                                .text(e.getKey())
                                .length())
                .sum();
        assertThat(bytes).isLessThan(2048);
    }

    private static Turn turn(long number) {
        return new Turn(
                ANA,
                number,
                new MessageId("web:ana/" + number),
                Turn.Speaker.CUSTOMER,
                "I want to talk to a person",
                "",
                List.of(
                        new Reply.Text("One moment."),
                        new Reply.Choices("Or this?", List.of(new Option("intent:prices", "Prices")))),
                Outcome.ESCALATED,
                "talk_to_person",
                0.875,
                "en",
                "T-7KQ2M9XA",
                new Escalation(
                        "T-7KQ2M9XA",
                        "asked",
                        2,
                        "talk_to_person",
                        "en",
                        "Ana",
                        "4711",
                        Map.of("order", "1042"),
                        List.of("a: b")),
                0,
                Instant.ofEpochMilli(1_764_000_000_000L),
                Instant.ofEpochMilli(1_764_000_000_123L),
                "{\"l\":\"en\"}",
                List.of(new Attachment("image", "", "image/jpeg", "4711")));
    }
}
