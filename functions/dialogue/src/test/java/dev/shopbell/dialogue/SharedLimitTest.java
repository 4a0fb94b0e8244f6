package dev.shopbell.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Reply;
import dev.shopbell.platform.InMemoryTable;
import dev.shopbell.platform.SharedRate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several environments send for one number, and know of one another only by one item of a table. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SharedLimitTest {

    private static final Reply HELLO = new Reply.Text("Hello");

    private final InMemoryTable dynamo = new InMemoryTable();
    private final MovingClock clock = new MovingClock();

    @ParameterizedTest
    @CsvSource({"1, 10, 2", "3, 10, 2", "10, 10, 3", "30, 10, 2", "40, 10, 10", "40, 20, 20", "80, 2, 2", "1000, 10, 4"
    })
    void never_send_more_than_the_limit_in_any_second(int limit, int environments, int busy) {
        var shops = environments(limit, environments, busy);
        var random = new Random(limit * 31L + busy);
        var sent = new ArrayList<Instant>();
        for (int step = 0; step < 6_000; step++) {
            clock.advance(Duration.ofMillis(random.nextInt(4) == 0 ? random.nextInt(300) : random.nextInt(4)));
            if (shops.get(random.nextInt(busy)).waits(someone(random), HELLO).isZero()) {
                sent.add(clock.instant());
            }
        }

        assertThat(mostInASecond(sent)).isLessThanOrEqualTo(limit);
        assertThat(sent).as("and yet they send").hasSizeGreaterThan(100);
    }

    @Test
    void never_even_if_all_of_them_begin_at_once_after_a_rest() {
        var shops = environments(40, 10, 10);
        for (int second = 0; second < 20; second++) {
            var sent = 0;
            for (int i = 0; i < 200; i++) {
                sent += shops.get(i % 10).waits(someone(new Random(i)), HELLO).isZero() ? 1 : 0;
            }
            assertThat(sent).isBetween(20, 40);
            clock.advance(Duration.ofMinutes(1));
        }
    }

    @Test
    void ask_nobody_while_they_keep_to_their_share() {
        var shop = environments(40, 10, 1).getFirst();
        for (int i = 0; i < 100; i++) {
            assertThat(shop.waits(someone(new Random(i)), HELLO)).isZero();
            clock.advance(Duration.ofMillis(500));
        }

        assertThat(dynamo.updates()).isZero();
    }

    @Test
    void lease_more_at_a_time_the_more_they_need() {
        var shop = environments(1000, 10, 1).getFirst();
        for (int i = 0; i < 150; i++) {
            assertThat(shop.waits(someone(new Random(i)), HELLO)).isZero();
        }

        assertThat(dynamo.updates()).isLessThan(10);
    }

    @Test
    void write_a_few_times_in_half_a_minute_while_they_are_busy_beyond_their_share() {
        var shop = environments(40, 10, 1).getFirst();
        for (int i = 0; i < 240; i++) {
            assertThat(shop.waits(someone(new Random(i)), HELLO)).isZero();
            clock.advance(Duration.ofMillis(125));
        }

        assertThat(dynamo.updates()).isBetween(3, 12);
    }

    @Test
    void leave_the_others_what_they_do_not_need_any_more() {
        var shops = environments(40, 10, 2);
        for (int i = 0; i < 60; i++) {
            shops.getFirst().waits(someone(new Random(i)), HELLO);
            clock.advance(Duration.ofMillis(100));
        }
        clock.advance(Duration.ofSeconds(11));

        var sent = 0;
        for (int i = 0; i < 20; i++) {
            sent += shops.getLast().waits(someone(new Random(i)), HELLO).isZero() ? 1 : 0;
        }
        assertThat(sent).as("its own share, and all that can be leased at once").isEqualTo(2 + 8);
    }

    @Test
    void send_what_is_larger_than_the_bucket_once_and_not_every_second() {
        var shop = new KeepPace(
                new SharedRate(dynamo, "t"), 10, n -> Optional.of("10").filter(v -> n.startsWith("AWSSMS")), clock);
        var long160 = new Reply.Text("a".repeat(153 * 6));
        var sent = 0;
        for (int i = 0; i < 20; i++) {
            sent += shop.waits(ConversationId.parse("awssms:77:+34600" + i), long160)
                            .isZero()
                    ? 6
                    : 0;
            clock.advance(Duration.ofMillis(500));
        }

        assertThat(sent).as("parts in ten seconds").isBetween(30, 100);
    }

    @Test
    void send_on_when_the_table_does_not_answer() {
        var shop = environments(10, 10, 1).getFirst();
        dynamo.refuse(1);

        assertThat(shop.waits(someone(new Random(1)), HELLO)).isZero();
    }

    @Test
    void tell_those_who_must_wait_to_come_one_after_the_other() {
        var shop = environments(10, 10, 1).getFirst();
        var waits = IntStream.range(0, 12)
                .mapToObj(i -> shop.waits(someone(new Random(i)), HELLO))
                .filter(Duration::isPositive)
                .toList();

        assertThat(waits).hasSizeGreaterThan(5).isSorted().doesNotHaveDuplicates();
    }

    private List<KeepPace> environments(int limit, int environments, int busy) {
        var settings = Map.of("WHATSAPP_SENDS_PER_SECOND", Integer.toString(limit));
        return IntStream.range(0, busy)
                .mapToObj(i -> new KeepPace(
                        new SharedRate(dynamo, "t"), environments, n -> Optional.ofNullable(settings.get(n)), clock))
                .toList();
    }

    private static ConversationId someone(Random random) {
        return ConversationId.parse("whatsapp:77:34600" + random.nextInt(1000));
    }

    private static int mostInASecond(List<Instant> sent) {
        var most = 0;
        var from = 0;
        for (int to = 0; to < sent.size(); to++) {
            while (!sent.get(to).isBefore(sent.get(from).plusSeconds(1))) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }
}
