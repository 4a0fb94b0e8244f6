package dev.shopbell.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder in which every build leaves something. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OldCachesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void keeps_what_was_used_last() throws IOException {
        for (int day = 1; day <= 30; day++) {
            entry("package-" + day, Duration.ofDays(day));
        }

        OldCaches.prune(folder, NOW);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.toList()).hasSize(16).contains(folder.resolve("package-1"), folder.resolve("package-16"));
        }
    }

    @Test
    void spares_what_somebody_may_still_use() throws IOException {
        for (int minutes = 1; minutes <= 30; minutes++) {
            entry("package-" + minutes, Duration.ofMinutes(minutes));
        }

        OldCaches.prune(folder, NOW);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.toList()).hasSize(30);
        }
    }

    @Test
    void minds_no_folder_that_is_not_there() {
        OldCaches.prune(folder.resolve("missing"), NOW);

        assertThat(folder.resolve("missing")).doesNotExist();
    }

    private void entry(String name, Duration age) throws IOException {
        var entry = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(entry.resolve("lib"));
        Files.writeString(entry.resolve("lib/one.jar"), "x");
        Files.setLastModifiedTime(entry, FileTime.from(NOW.minus(age)));
    }
}
