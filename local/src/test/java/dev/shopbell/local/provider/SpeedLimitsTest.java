package dev.shopbell.local.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The platforms' limits on speed, as the stand-ins keep them when asked to. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SpeedLimitsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Platform whatsApp = new WhatsAppPlatform(() -> "token", () -> "secret");
    private final SpeedLimits limits = new SpeedLimits();

    @Test
    void are_off_until_somebody_asks_for_them() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(refusal("ana", 0)).isEmpty();
        }
    }

    @Test
    void let_a_number_send_so_many_in_any_second() {
        limits.limitNumbers("whatsapp", 2);

        assertThat(refusal("ana", 0)).isEmpty();
        assertThat(refusal("ben", 600)).isEmpty();
        assertThat(refusal("eve", 999)).contains(130429);
        assertThat(refusal("eve", 1_000)).isEmpty();
        assertThat(refusal("ana", 1_599)).contains(130429);
    }

    @Test
    void let_a_person_have_a_burst_and_then_one_in_six_seconds() {
        limits.limitPairs("whatsapp", 3);

        for (int i = 0; i < 3; i++) {
            assertThat(refusal("ana", i)).isEmpty();
        }
        assertThat(refusal("ana", 3)).contains(131056);
        assertThat(refusal("ben", 3)).isEmpty();
        assertThat(refusal("ana", 6_001)).isEmpty();
        assertThat(refusal("ana", 6_002)).contains(131056);
    }

    private Optional<Integer> refusal(String person, long millis) {
        var at = NOON.plusMillis(millis);
        return limits.refusal(
                        whatsApp, new Sent(0, "whatsapp", "w", "77", person, "Hi", List.of(), "", at, Json.object()))
                .map(answer -> answer.body().at("/error/code").asInt());
    }
}
