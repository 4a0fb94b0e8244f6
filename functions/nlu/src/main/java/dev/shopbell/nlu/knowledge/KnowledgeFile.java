package dev.shopbell.nlu.knowledge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * An index as bytes: a mark, a version, the shelves, and a checksum of all that comes before it. The same index gives the same
 * bytes.
 */
public final class KnowledgeFile {
    /** The name of the file in the bot layer; there is none where the bot has no documents. */
    public static final String FILE = "knowledge.index";

    private static final int MARK = 0x53424B4E; // "SBKN"
    private static final int VERSION = 1;
    private static final int HEAD_AND_TAIL = 16;

    private KnowledgeFile() {}

    /** The index as bytes. */
    public static byte[] bytes(KnowledgeIndex index) {
        var buffer = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(buffer)) {
            out.writeInt(MARK);
            out.writeInt(VERSION);
            writeAll(out, index.shelves(), KnowledgeFile::write);
            out.flush();
            out.writeLong(checksum(buffer.toByteArray(), buffer.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail so
        }
        return buffer.toByteArray();
    }

    /**
     * Reads an index.
     *
     * @throws IOException if there is no such file, or it is no index of this version; the message says what to do
     */
    public static KnowledgeIndex read(Path file) throws IOException {
        try {
            return read(Files.readAllBytes(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new IOException("There is no index at " + file + ". Make it: ./bot package", e);
        }
    }

    static KnowledgeIndex read(byte[] bytes, String where) throws IOException {
        var numbers = ByteBuffer.wrap(bytes);
        if (bytes.length < HEAD_AND_TAIL || numbers.getInt() != MARK) {
            throw new IOException(where + " is no index of Shopbell's. Make it anew: ./bot package");
        }
        var version = numbers.getInt();
        if (version != VERSION) {
            throw new IOException(where + " is an index of version " + version + ", and this program reads version "
                    + VERSION + ". Make it anew: ./bot package");
        }
        if (numbers.getLong(bytes.length - Long.BYTES) != checksum(bytes, bytes.length - Long.BYTES)) {
            throw new IOException(where + " is damaged (its checksum does not fit). Make it anew: ./bot package");
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.skipNBytes(2 * Integer.BYTES);
            return new KnowledgeIndex(readAll(in, KnowledgeFile::shelf));
        }
    }

    private static long checksum(byte[] bytes, int length) {
        var crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }

    private static void write(DataOutputStream out, Shelf shelf) throws IOException {
        write(out, shelf.language());
        writeAll(out, shelf.passages(), KnowledgeFile::write);
        out.writeInt(shelf.postings().size());
        for (var term : shelf.postings().entrySet()) {
            write(out, term.getKey());
            write(out, term.getValue().passages());
            write(out, term.getValue().counts());
        }
        write(out, shelf.lengths());
        out.writeInt(shelf.size());
        out.writeFloat(shelf.scale());
        out.writeInt(shelf.vectors().length);
        out.write(shelf.vectors());
    }

    private static Shelf shelf(DataInputStream in) throws IOException {
        var language = string(in);
        var passages = readAll(in, KnowledgeFile::passage);
        var postings = new TreeMap<String, Shelf.Postings>();
        for (var left = in.readInt(); left > 0; left--) {
            postings.put(string(in), new Shelf.Postings(numbers(in), numbers(in)));
        }
        var lengths = numbers(in);
        var size = in.readInt();
        var scale = in.readFloat();
        return new Shelf(language, passages, postings, lengths, in.readNBytes(in.readInt()), size, scale);
    }

    private static void write(DataOutputStream out, Passage passage) throws IOException {
        write(out, passage.source());
        write(out, passage.title());
        write(out, passage.url());
        writeAll(out, passage.asked(), KnowledgeFile::write);
        writeAll(out, passage.paragraphs(), (o, sentences) -> writeAll(o, sentences, KnowledgeFile::write));
    }

    private static Passage passage(DataInputStream in) throws IOException {
        return new Passage(
                string(in),
                string(in),
                string(in),
                readAll(in, KnowledgeFile::string),
                readAll(in, i -> readAll(i, KnowledgeFile::string)));
    }

    private static void write(DataOutputStream out, int[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (var number : numbers) {
            out.writeInt(number);
        }
    }

    private static int[] numbers(DataInputStream in) throws IOException {
        var numbers = new int[in.readInt()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = in.readInt();
        }
        return numbers;
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String string(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private interface Writes<T> {
        void write(DataOutputStream out, T item) throws IOException;
    }

    private interface Reads<T> {
        T read(DataInputStream in) throws IOException;
    }

    private static <T> void writeAll(DataOutputStream out, List<T> items, Writes<T> writes) throws IOException {
        out.writeInt(items.size());
        for (var item : items) {
            writes.write(out, item);
        }
    }

    private static <T> List<T> readAll(DataInputStream in, Reads<T> reads) throws IOException {
        var items = new ArrayList<T>();
        for (var left = in.readInt(); left > 0; left--) {
            items.add(reads.read(in));
        }
        return items;
    }
}
