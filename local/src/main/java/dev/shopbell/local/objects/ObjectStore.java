package dev.shopbell.local.objects;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.template.Stack;
import dev.shopbell.local.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The buckets' files, each in a file named after its key's hash, with a note of its key and type beside it. */
public final class ObjectStore implements AutoCloseable {
    private final Path folder;
    private final boolean forget;
    private final List<Stack.Bucket> buckets;

    private ObjectStore(Path folder, boolean forget, List<Stack.Bucket> buckets) {
        this.folder = folder;
        this.forget = forget;
        this.buckets = List.copyOf(buckets);
    }

    /**
     * Opens the buckets of a stack.
     *
     * @param data where everything is kept; empty to keep nothing after {@link #close}
     */
    public static ObjectStore open(List<Stack.Bucket> buckets, Optional<Path> data) throws IOException {
        Path folder = data.isPresent()
                ? Files.createDirectories(data.get().resolve("objects"))
                : Files.createTempDirectory("shopbell-objects");
        for (Stack.Bucket bucket : buckets) {
            Files.createDirectories(folder.resolve(bucket.name()));
        }
        return new ObjectStore(folder, data.isEmpty(), buckets);
    }

    /** A file and the content type it came with. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, copied by nobody
    record Kept(byte[] bytes, String type) {}

    /** The bucket of that name. */
    Optional<Stack.Bucket> bucket(String name) {
        return buckets.stream().filter(bucket -> bucket.name().equals(name)).findFirst();
    }

    /** Puts a file, over what may be there. */
    void put(String bucket, String key, Kept file) throws IOException {
        Path place = place(bucket, key);
        Path coming = Files.createTempFile(place.getParent(), "coming", null);
        Files.write(coming, file.bytes());
        JsonNode note = Json.object().put("key", key).put("type", file.type());
        Files.write(note(place), Json.bytes(note));
        Files.move(coming, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The file of that key. */
    Optional<Kept> get(String bucket, String key) throws IOException {
        Path place = place(bucket, key);
        try {
            byte[] bytes = Files.readAllBytes(place);
            return Optional.of(new Kept(
                    bytes,
                    Json.parse(Files.readAllBytes(note(place))).path("type").asText()));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** Deletes what the buckets' lifecycle says is old. */
    public void sweep(Instant now) throws IOException {
        for (Stack.Bucket bucket : buckets) {
            if (bucket.days().isPresent()) {
                Instant oldest = now.minus(bucket.days().get());
                for (Path file : files(folder.resolve(bucket.name()))) {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.toList();
        }
    }

    private Path place(String bucket, String key) {
        return folder.resolve(bucket).resolve(sha256(key.getBytes(UTF_8)));
    }

    private static Path note(Path place) {
        return place.resolveSibling(place.getFileName() + ".json");
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    @Override
    public void close() {
        if (!forget) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException stays) {
            System.err.println("Customers' files stay in " + folder + ": " + stays.getMessage());
        }
    }
}
