package dev.shopbell.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What {@code ./bot send} is asked to do badly. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadDayTest {

    private static BadDay asked(String... options) throws CommandFailure {
        return BadDay.of(Arguments.parse(List.of(options), BadDay.VALUES, BadDay.BARE));
    }

    @Test
    void is_a_good_one_where_nothing_is_asked() throws CommandFailure {
        assertThat(asked("whatsapp", "hello")).isEqualTo(new BadDay(1, false, Duration.ZERO));
    }

    @Test
    void takes_its_options_in_any_order_and_a_second_where_none_are_told() throws CommandFailure {
        assertThat(asked("--duplicate", "3", "--shuffle", "--delay"))
                .isEqualTo(new BadDay(3, true, Duration.ofSeconds(1)));
        assertThat(asked("--delay", "--shuffle")).isEqualTo(new BadDay(1, true, Duration.ofSeconds(1)));
        assertThat(asked("--delay", "4", "hello")).isEqualTo(new BadDay(1, false, Duration.ofSeconds(4)));
        assertThat(Arguments.parse(List.of("--shuffle", "1042"), BadDay.VALUES, BadDay.BARE)
                        .words())
                .containsExactly("1042");
    }

    @Test
    void says_what_there_is_where_it_does_not_know_an_option() {
        assertThatThrownBy(() -> asked("--shufle")).hasMessageContaining("--delay, --duplicate, --shuffle");
    }

    @Test
    void loses_nothing_and_mixes_copies_up() {
        var day = new BadDay(3, true, Duration.ZERO);
        var sent = List.of("a", "b", "c");

        var arrived = day.arrivals(sent, new Random(1));

        assertThat(arrived).hasSize(9).containsOnly("a", "b", "c");
        assertThat(arrived).isNotEqualTo(new BadDay(3, false, Duration.ZERO).arrivals(sent, new Random(1)));
        assertThat(sent)
                .allSatisfy(each -> assertThat(arrived).filteredOn(each::equals).hasSize(3));
    }
}
