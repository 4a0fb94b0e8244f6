package dev.shopbell.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TableTest {
    @Test
    void words_stand_left_and_numbers_right() {
        var table = new Table("NAME", "TURNS");
        table.row("web", 7);
        table.row("whatsapp", 1_234);
        assertThat(table.toString().lines()).containsExactly("NAME      TURNS", "web           7", "whatsapp   1234");
    }
}
