package dev.shopbell.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArgumentsTest {
    private static final Set<String> KNOWN = Set.of("from", "port");

    @Test
    void options_stand_anywhere_and_words_keep_their_order() throws CommandFailure {
        var arguments = Arguments.parse(List.of("sms", "--from", "+1555", "Hello there", "--port=9090"), KNOWN);
        assertThat(arguments.words()).containsExactly("sms", "Hello there");
        assertThat(arguments.option("from")).contains("+1555");
        assertThat(arguments.number("port", 8080)).isEqualTo(9090);
    }

    @Test
    void a_number_left_out_is_the_usual_one() throws CommandFailure {
        assertThat(Arguments.parse(List.of(), KNOWN).number("port", 8080)).isEqualTo(8080);
    }

    @Test
    void an_unknown_option_is_answered_with_the_known_ones() {
        assertThatThrownBy(() -> Arguments.parse(List.of("--form", "x"), KNOWN))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("There is no option --form here. There is: --from, --port.");
    }

    @Test
    void an_option_without_its_value_is_named() {
        assertThatThrownBy(() -> Arguments.parse(List.of("--from"), KNOWN))
                .hasMessage("--from needs a value after it.");
    }

    @Test
    void a_number_that_is_none_is_shown() throws CommandFailure {
        var arguments = Arguments.parse(List.of("--port", "eighty"), KNOWN);
        assertThatThrownBy(() -> arguments.number("port", 1)).hasMessageContaining("\"eighty\"");
    }
}
