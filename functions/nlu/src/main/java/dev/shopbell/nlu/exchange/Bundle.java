package dev.shopbell.nlu.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The text files of a folder, of an archive, or one file: whoever wrote them is not trusted. Nothing is unpacked onto the
 * disk, and what is read is bounded.
 *
 * @param origin where they were found
 * @param texts by path within it, with slashes
 * @param others paths of files that are no text of a kind that is read
 */
record Bundle(Path origin, SortedMap<String, String> texts, List<String> others) {
    /** A megabyte of examples is some 20,000 of them; nobody has more than this. */
    static final int MOST_BYTES_OF_A_FILE = 16 << 20;

    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_FILES = 20_000;
    private static final int MOST_DEPTH = 16;
    private static final List<String> READ = List.of(".json", ".yml", ".yaml", ".csv", ".tsv", ".txt");

    /** @throws IOException if there is no such thing, it is too large, or a name in an archive leads out of it */
    static Bundle read(Path origin) throws IOException {
        if (!Files.exists(origin)) {
            throw new IOException(
                    origin + ":1: There is no such file or folder. Name the export as it was downloaded.");
        }
        var bundle = new Bundle(origin, new TreeMap<>(), new ArrayList<>());
        if (Files.isDirectory(origin)) {
            bundle.readFolder();
        } else if (lower(origin.getFileName().toString()).endsWith(".zip")) {
            bundle.readArchive();
        } else {
            bundle.add(origin.getFileName().toString(), Files.newInputStream(origin), 0);
        }
        return bundle;
    }

    private void readFolder() throws IOException {
        List<Path> paths;
        try (var found = Files.walk(origin, MOST_DEPTH)) {
            paths = found.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
        }
        var bytes = 0L;
        for (var path : paths) {
            refuseCount(paths.size());
            var name = origin.relativize(path).toString().replace('\\', '/');
            bytes += add(name, Files.newInputStream(path), bytes);
        }
    }

    private void readArchive() throws IOException {
        var bytes = 0L;
        var count = 0;
        try (var zip = new ZipInputStream(Files.newInputStream(origin))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                refuseCount(++count);
                if (!entry.isDirectory()) {
                    bytes += add(inside(entry.getName()), new Unclosed(zip), bytes);
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new IOException(origin + ":1: This is no readable ZIP archive. Download the export again.", e);
        }
        if (count == 0) {
            throw new IOException(origin + ":1: This archive is empty or no ZIP. Download the export again.");
        }
    }

    /** Names that lead out of the archive are an attack ("zip slip"), even if nothing is unpacked here. */
    private String inside(String name) throws IOException {
        var plain = name.replace('\\', '/');
        if (plain.startsWith("/")
                || plain.matches("^[A-Za-z]:.*")
                || List.of(plain.split("/", -1)).contains("..")) {
            throw new IOException(origin + ":1: The archive holds \"" + name.replaceAll("\\p{Cntrl}", "?")
                    + "\", a name that leads out of it. Do not trust this file; export it again yourself.");
        }
        return plain;
    }

    private int add(String name, InputStream stream, long before) throws IOException {
        byte[] bytes;
        try (stream) {
            bytes = stream.readNBytes(MOST_BYTES_OF_A_FILE + 1);
        }
        if (bytes.length > MOST_BYTES_OF_A_FILE || before + bytes.length > MOST_BYTES) {
            throw new IOException(name + ":1: This is too large: a file may have " + (MOST_BYTES_OF_A_FILE >> 20)
                    + " MB and all together " + (MOST_BYTES >> 20) + " MB. Split it, or remove what is no bot's.");
        }
        if (READ.stream().anyMatch(lower(name)::endsWith)) {
            texts.put(name, text(name, bytes));
        } else {
            others.add(name);
        }
        return bytes.length;
    }

    private static String text(String name, byte[] bytes) throws IOException {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IOException(name + ":1: This is not UTF-8 text. Save the file as UTF-8.", e);
        }
    }

    private void refuseCount(int count) throws IOException {
        if (count > MOST_FILES) {
            throw new IOException(
                    origin + ":1: There are more than " + MOST_FILES + " files. Name the folder of the bot alone.");
        }
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** An entry of an archive, which does not close the archive. */
    private static final class Unclosed extends java.io.FilterInputStream {
        Unclosed(InputStream stream) {
            super(stream);
        }

        @Override
        public void close() {
            // the next entry is read from the same stream
        }
    }
}
