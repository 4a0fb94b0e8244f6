package dev.shopbell.aws;

import static dev.shopbell.aws.Samples.ANA;
import static dev.shopbell.aws.Samples.BEN;
import static dev.shopbell.aws.Samples.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.Turn;
import dev.shopbell.platform.Sockets;
import dev.shopbell.platform.TurnTable;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** {@link TurnTable} and {@link Sockets} over a table that is one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SavedTurnsTest {

    private final Cloud cloud = new Cloud();
    private final String table = cloud.conversationsTable();
    private final TurnTable turns = new TurnTable(cloud.dynamo(), table, Duration.ofDays(90));

    @AfterEach
    void clean() {
        cloud.close();
    }

    @Test
    void a_turn_comes_back_as_it_was_saved() {
        turns.save(turn(7, "T-1", 2));

        assertThat(turns.find(ANA, 7)).contains(turn(7, "T-1", 2));
        assertThat(turns.find(ANA, 8)).isEmpty();
    }

    @Test
    void a_second_turn_of_the_same_number_is_refused_and_changes_nothing() {
        assertThat(turns.save(turn(1))).isTrue();
        assertThat(turns.save(turn(1, "T-1", 1))).isFalse();

        assertThat(turns.newest(ANA)).contains(turn(1));
    }

    @Test
    void of_many_who_save_the_same_turn_at_once_one_succeeds() throws Exception {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(i -> () -> turns.save(turn(1)))
                    .toList();
            var won = 0;
            for (var attempt : workers.invokeAll(attempts)) {
                won += attempt.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void the_newest_turn_is_found_among_receipts_and_sockets() {
        for (var number = 1; number <= 12; number++) {
            turns.save(turn(number));
        }
        new Sockets(cloud.dynamo(), table).opened(ANA, "connection", Samples.NOON);

        assertThat(turns.newest(ANA)).map(Turn::number).contains(12L);
        assertThat(turns.newest(BEN)).isEmpty();
    }

    @Test
    void a_reader_goes_on_after_what_it_has_seen() {
        for (var number = 1; number <= 12; number++) {
            turns.save(turn(number));
        }

        assertThat(turns.after(ANA, 0, 3)).extracting(Turn::number).containsExactly(1L, 2L, 3L);
        assertThat(turns.after(ANA, 9, 100)).extracting(Turn::number).containsExactly(10L, 11L, 12L);
        assertThat(turns.after(ANA, 12, 100)).isEmpty();
        assertThat(turns.last(ANA, 2)).extracting(Turn::number).containsExactly(11L, 12L);
    }

    @Test
    void a_rehearsal_leaves_no_trace() {
        turns.rehearse(turn(1));
        turns.save(turn(1));
        turns.rehearse(turn(1, "T-1", 1));

        assertThat(turns.newest(ANA)).contains(turn(1));
    }

    @Test
    void sockets_are_found_until_they_close() {
        var sockets = new Sockets(cloud.dynamo(), table);
        sockets.opened(ANA, "one", Samples.NOON);
        sockets.opened(ANA, "two", Samples.NOON);
        sockets.opened(ANA, "two", Samples.NOON);
        sockets.opened(BEN, "his", Samples.NOON);

        assertThat(sockets.of(ANA)).containsExactlyInAnyOrder("one", "two");
        sockets.closed(ANA, "one");
        sockets.closed(ANA, "one");
        assertThat(sockets.of(ANA)).containsExactly("two");
    }
}
