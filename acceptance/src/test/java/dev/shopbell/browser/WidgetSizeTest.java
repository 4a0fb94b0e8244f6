package dev.shopbell.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WidgetSizeTest {

    private static final int BUDGET_BYTES = 30_000;
    private static final Path WIDGET = Path.of("..", "web", "src", "main", "resources", "pages", "widget.js");

    @Test
    void is_thirty_kilobytes_at_most_as_it_travels() throws IOException {
        var travelling = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(travelling)) {
            gzip.write(Files.readAllBytes(WIDGET));
        }
        assertThat(travelling.size()).isBetween(1_000, BUDGET_BYTES);
    }

    @Test
    void makes_no_html_of_words_and_evaluates_nothing() throws IOException {
        assertThat(Files.readString(WIDGET))
                .doesNotContainPattern(
                        "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\b|new Function");
    }
}
