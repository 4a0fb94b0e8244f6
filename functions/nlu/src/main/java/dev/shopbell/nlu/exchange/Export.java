package dev.shopbell.nlu.exchange;

import dev.shopbell.definition.BotDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A bot as another product's files. */
public final class Export {
    private static final List<String> ENDINGS = List.of(".json", ".csv", ".tsv", ".yml", ".yaml");
    /** The first moment that an archive can name: the same bot makes the same bytes. */
    private static final FileTime ALWAYS = FileTime.from(Instant.parse("1980-02-01T00:00:00Z"));

    private Export() {}

    /**
     * Writes a folder; an archive if the name ends in {@code .zip}; a file if it ends in {@code .json}, {@code .csv}, …
     *
     * @return what that product cannot hold
     * @throws IOException if it cannot be written, or does not fit into one file; with the mend
     */
    public static List<Leftover> run(Format format, BotDefinition bot, Path out) throws IOException {
        var exported = format.exporter().write(bot);
        var name = Bundle.lower(String.valueOf(out.getFileName()));
        var parent = out.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (name.endsWith(".zip")) {
            Files.write(out, zip(exported.files()));
        } else if (ENDINGS.stream().anyMatch(name::endsWith)) {
            if (exported.files().size() != 1) {
                throw new IOException(out + ":1: In this format the bot is "
                        + exported.files().size()
                        + " files (" + String.join(", ", exported.files().keySet())
                        + "). Name a folder or a .zip, or one language with --locale.");
            }
            var text = exported.files().values().iterator().next();
            Files.writeString(out, name.endsWith(".tsv") ? TableExporter.withTabs(text) : text);
        } else {
            if (Files.isRegularFile(out)) {
                throw new IOException(out + ":1: This is a file. Name a folder.");
            }
            BotWriter.write(exported.files(), out);
        }
        return exported.leftovers();
    }

    private static byte[] zip(SortedMap<String, String> files) {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setLastModifiedTime(ALWAYS);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail so
        }
        return bytes.toByteArray();
    }
}
