package dev.shopbell.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second {@code ./bot up} in the same checkout: the note names the newest. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoServersAtOnceTest {
    private final Path folder;
    private final UpFile older;
    private final UpFile newer;

    TwoServersAtOnceTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        var file = folder.resolve("local").resolve("up.json");
        older = new UpFile(file, 1);
        newer = new UpFile(file, 2);
        older.tell(URI.create("http://127.0.0.1:8080"), Map.of());
        newer.tell(URI.create("http://127.0.0.1:8081"), Map.of("sqs", URI.create("http://127.0.0.1:9324")));
    }

    @Test
    void the_note_names_the_newer() {
        assertThat(newer.file()).content().contains("8081", "9324").doesNotContain("8080");
        assertThat(folder.resolve("local")).isDirectoryNotContaining(file -> !file.endsWith("up.json"));
    }

    @Test
    void the_older_leaves_the_note_of_the_newer() {
        older.forget();

        assertThat(newer.file()).content().contains("8081");
    }

    @Test
    void the_newer_takes_its_note_away() {
        newer.forget();
        older.forget();

        assertThat(newer.file()).doesNotExist();
    }
}
