package dev.shopbell.nlu.model;

import dev.shopbell.nlu.entity.EntitySpec;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A model as bytes: a mark, a version, the parts in order, and a checksum of all that comes before it. The same model gives
 * the same bytes.
 */
public final class ModelFile {
    /** The name of the file in the bot layer. */
    public static final String FILE = "nlu.model";

    private static final int MARK = 0x53424E4C; // "SBNL"
    private static final int VERSION = 4;

    private ModelFile() {}

    /** The model as bytes. */
    public static byte[] bytes(NluModel model) {
        var buffer = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(buffer)) {
            out.writeInt(MARK);
            out.writeInt(VERSION);
            var parts = new PartWriter(out);
            parts.entities(model.entities());
            parts.strings(new TreeMap<>(model.flows()));
            parts.languages(model.languages());
            out.writeInt(model.heads().size());
            for (var head : model.heads()) {
                parts.head(head);
            }
            out.flush();
            out.writeLong(checksum(buffer.toByteArray(), buffer.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail so
        }
        return buffer.toByteArray();
    }

    /**
     * Reads a model.
     *
     * @throws IOException if there is no such file, or it is no model of this version; the message says what to do
     */
    public static NluModel read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IOException("There is no model at " + file + ". Make it: ./bot package", e);
        }
        return read(bytes, file.toString());
    }

    static NluModel read(byte[] bytes, String where) throws IOException {
        var in = ByteBuffer.wrap(bytes);
        if (bytes.length < 16 || in.getInt() != MARK) {
            throw new IOException(where + " is no model of Shopbell's. Make it anew: ./bot package");
        }
        var version = in.getInt();
        if (version != VERSION) {
            throw new IOException(where + " is a model of version " + version + ", and this program reads version "
                    + VERSION + ". Make it anew: ./bot package");
        }
        if (in.getLong(bytes.length - 8) != checksum(bytes, bytes.length - 8)) {
            throw new IOException(where + " is damaged (its checksum does not fit). Make it anew: ./bot package");
        }
        try {
            return model(in);
        } catch (BufferUnderflowException e) {
            throw new IOException(where + " ends too early. Make it anew: ./bot package", e);
        }
    }

    private static NluModel model(ByteBuffer in) {
        var parts = new PartReader(in);
        EntitySpec entities = parts.entities();
        Map<String, String> flows = parts.strings();
        var languages = parts.languages();
        List<IntentHead> heads = parts.list(parts::head);
        return new NluModel(heads, languages, entities, flows);
    }

    private static long checksum(byte[] bytes, int length) {
        var crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }
}
