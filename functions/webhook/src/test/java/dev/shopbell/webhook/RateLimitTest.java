package dev.shopbell.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RateLimitTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void lets_half_a_minutes_worth_in_at_once_and_the_rest_as_it_fills() {
        var limit = new RateLimit(60);
        for (var taken = 0; taken < 30; taken++) {
            assertThat(limit.take("ana", 1, NOW)).isEmpty();
        }
        assertThat(limit.take("ana", 1, NOW)).contains(Duration.ofSeconds(1));
        assertThat(limit.take("ana", 1, NOW.plusSeconds(1))).isEmpty();
        assertThat(limit.take("ana", 1, NOW.plusSeconds(1))).isPresent();
        assertThat(limit.take("ben", 1, NOW)).isEmpty();
    }

    @Test
    void is_right_again_after_the_wait_it_names() {
        var limit = new RateLimit(7);
        var now = NOW;
        for (var taken = 0; taken < 50; taken++) {
            var wait = limit.take("ana", 1, now);
            if (wait.isPresent()) {
                now = now.plus(wait.get());
                assertThat(limit.take("ana", 1, now)).isEmpty();
            }
        }
        assertThat(Duration.between(NOW, now)).isGreaterThan(Duration.ofMinutes(6));
    }

    @Test
    void is_none_at_zero() {
        var limit = new RateLimit(0);
        for (var taken = 0; taken < 1000; taken++) {
            assertThat(limit.take("ana", 1, NOW)).isEmpty();
        }
    }

    @Test
    void is_not_confused_by_a_clock_that_goes_back() {
        var limit = new RateLimit(2);
        assertThat(limit.take("ana", 1, NOW)).isEmpty();
        assertThat(limit.take("ana", 1, NOW.minusSeconds(3600))).isPresent();
    }
}
