package dev.shopbell.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RehearsedTurnTest {

    @Test
    void goes_all_the_way_from_the_event_to_the_platform_and_ends_there() {
        var clock = Clock.fixed(Bakery.OPEN, ZoneOffset.UTC);
        var turn = new RehearsedTurn(
                Bakery.BOT, name -> Optional.of(name.endsWith("_URL") ? "http://127.0.0.1:9" : "rehearsal"), clock);

        assertThat(turn.take(Bakery.ANA)).isPositive();
    }
}
