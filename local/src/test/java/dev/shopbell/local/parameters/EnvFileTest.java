package dev.shopbell.local.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnvFileTest {
    @Test
    void reads_settings_between_comments() {
        assertThat(parse("# secrets", "", "A=1", "export B = two words ", "C=a#b # why", "D=\"x # y\"", "E='z'", "F="))
                .containsExactly(
                        Map.entry("A", "1"),
                        Map.entry("B", "two words"),
                        Map.entry("C", "a#b"),
                        Map.entry("D", "x # y"),
                        Map.entry("E", "z"),
                        Map.entry("F", ""));
    }

    @Test
    void names_the_line_that_it_cannot_read() {
        assertThatThrownBy(() -> parse("A=1", "what is this"))
                .hasMessageContaining("my.env:2")
                .hasMessageContaining("KEY=VALUE");
    }

    private static Map<String, String> parse(String... lines) {
        return EnvFile.parse("my.env", List.of(lines));
    }
}
