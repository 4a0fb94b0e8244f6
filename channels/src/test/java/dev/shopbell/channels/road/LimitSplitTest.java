package dev.shopbell.channels.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A limit that several environments keep together. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitSplitTest {

    private final Random random = new Random(11);

    @Test
    void is_never_exceeded_by_all_shares_and_a_full_bucket_together() {
        for (int i = 0; i < 20_000; i++) {
            var limit = 1 + random.nextInt(2_000);
            var environments = 2 + random.nextInt(60);
            var split = LimitSplit.of(limit, environments);
            var window = Duration.ofSeconds(1).plus(split.held()).toNanos();
            var leased =
                    split.burst() - 1 + Math.ceilDiv(window, split.interval().toNanos());

            assertThat((long) split.share() * environments + leased)
                    .as("%d a second, %d environments, %s", limit, environments, split)
                    .isLessThanOrEqualTo(limit);
        }
    }

    @Test
    void is_used_to_half_at_least_when_all_are_busy() {
        for (var limit : new int[] {1, 10, 30, 40, 80, 300, 1000}) {
            var split = LimitSplit.of(limit, 10);
            var sustained = split.share() * 10 + 1e9 / split.gap().toNanos();

            assertThat(sustained).as("%d a second", limit).isGreaterThan(limit * 0.5);
        }
    }

    @Test
    void gives_each_environment_half_of_its_part_without_asking() {
        assertThat(LimitSplit.of(40, 10).share()).isEqualTo(2);
        assertThat(LimitSplit.of(1000, 10).share()).isEqualTo(50);
        assertThat(LimitSplit.of(10, 10).share()).isZero();
    }

    @Test
    void holds_a_lease_for_long_where_there_is_enough_for_several() {
        assertThat(LimitSplit.of(1, 10).held()).isEqualTo(Duration.ofMillis(500));
        assertThat(LimitSplit.of(10, 10).held()).isEqualTo(Duration.ofSeconds(5));
        assertThat(LimitSplit.of(40, 10).held()).isEqualTo(Duration.ofSeconds(10));
        assertThat(LimitSplit.of(1000, 10).held()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void a_share_lets_its_number_through_in_any_second_and_no_more() {
        var share = new SlidingSecond(3);
        var noon = Instant.parse("2026-11-23T12:00:00Z");

        assertThat(share.take(2, noon)).isTrue();
        assertThat(share.take(1, noon.plusMillis(400))).isTrue();
        assertThat(share.take(1, noon.plusMillis(999))).isFalse();
        assertThat(share.take(2, noon.plusMillis(1000))).isTrue();
        assertThat(share.take(1, noon.plusMillis(1399))).isFalse();
        assertThat(share.take(1, noon.plusMillis(1400))).isTrue();
    }
}
