package dev.shopbell.nlu.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchiveOfAStrangerTest {
    private final Path folder;

    ArchiveOfAStrangerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path archive(String name, byte[] content) throws IOException {
        var file = folder.resolve("a.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil.json", "/etc/evil.json", "a/../../b.json", "..\\evil.json", "C:\\evil.json"})
    void names_that_lead_out_of_it_are_refused(String name) throws IOException {
        var zip = archive(name, "{}".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Import.run(Format.DIALOGFLOW, zip, "", folder.resolve("out")))
                .hasMessageContaining("leads out of it");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void a_small_file_that_swells_is_refused() throws IOException {
        var zip = archive("agent.json", new byte[Bundle.MOST_BYTES_OF_A_FILE + 10]);

        assertThat(Files.size(zip)).isLessThan(100_000);
        assertThatThrownBy(() -> Import.run(Format.DIALOGFLOW, zip, "", folder.resolve("out")))
                .hasMessageContaining("agent.json:1: This is too large");
    }

    @Test
    void what_is_no_archive_is_told() throws IOException {
        var file = Files.writeString(folder.resolve("a.zip"), "not a zip");

        assertThatThrownBy(() -> Import.run(Format.LEX, file, "", folder.resolve("out")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Download the export again");
    }

    @Test
    void text_that_is_not_utf_8_is_told() throws IOException {
        var zip = archive("agent.json", new byte[] {(byte) 0xC3, (byte) 0x28});

        assertThatThrownBy(() -> Import.run(Format.DIALOGFLOW, zip, "", folder.resolve("out")))
                .hasMessageContaining("agent.json:1: This is not UTF-8");
    }

    @Test
    void json_nested_without_end_is_refused() throws IOException {
        var deep = Files.writeString(folder.resolve("deep.json"), "[".repeat(100_000));

        assertThatThrownBy(() -> Import.run(Format.QNABOT, deep, "", folder.resolve("out")))
                .hasMessageContaining("deep.json:1: This is not JSON");
    }

    @Test
    void links_out_of_a_folder_are_not_followed() throws Exception {
        var secret = Files.writeString(folder.resolve("secret.csv"), "text,intent\nsecret,leak\n");
        var inside = Files.createDirectory(folder.resolve("in"));
        Files.createSymbolicLink(inside.resolve("link.csv"), secret);
        Files.writeString(inside.resolve("own.csv"), "text,intent\nhello you,hello\n");

        Import.run(Format.CSV, inside, "en", folder.resolve("out"));
        assertThat(folder.resolve("out/intents/leak.yaml")).doesNotExist();
        assertThat(folder.resolve("out/intents/hello.yaml")).exists();
    }
}
