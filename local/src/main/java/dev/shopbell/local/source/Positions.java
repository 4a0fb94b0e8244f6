package dev.shopbell.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** How far each stream source has come, kept in a file so that a restart goes on from there. */
public final class Positions {
    private final Optional<Path> file;
    private final ObjectNode all;

    private Positions(Optional<Path> file, ObjectNode all) {
        this.file = file;
        this.all = all;
    }

    /** Opens the file; without one, positions are forgotten at the end. */
    public static Positions open(Optional<Path> file) throws IOException {
        ObjectNode kept = file.isPresent()
                        && Files.exists(file.get())
                        && Json.parse(Files.readAllBytes(file.get())) instanceof ObjectNode object
                ? object
                : Json.object();
        return new Positions(file, kept);
    }

    /** What was kept under a name; missing when nothing was. */
    synchronized JsonNode get(String name) {
        return all.path(name).deepCopy();
    }

    /** Keeps a position before anything later can happen. */
    synchronized void put(String name, JsonNode position) {
        all.set(name, position);
        if (file.isPresent()) {
            Path half = file.get().resolveSibling(file.get().getFileName() + ".half");
            try {
                Files.write(half, Json.bytes(all));
                Files.move(half, file.get(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
    }
}
