package dev.shopbell.local.up;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * The note of where {@code ./bot up} runs, for the other commands and for tools. Of several servers the newest has it; an
 * older one that ends leaves it alone.
 *
 * @param file where the note lies
 * @param pid of the process that runs the server
 */
record UpFile(Path file, long pid) {

    /** Writes the note, at once whole: whoever reads it sees this one or the one before. */
    void tell(URI server, Map<String, URI> endpoints) throws IOException {
        var note = Json.object().put("port", server.getPort()).put("pid", pid).put("baseUrl", server.toString());
        var addresses = note.putObject("endpoints");
        endpoints.forEach((service, address) -> addresses.put(service, address.toString()));
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
        var draft = file.resolveSibling(file.getFileName() + "." + pid);
        Files.write(draft, Json.bytes(note));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes the note away, unless it is somebody else's by now. */
    void forget() {
        try {
            if (Files.exists(file) && writer() == pid) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException stays) {
            System.err.println("Could not delete " + file + ": " + stays.getMessage());
        }
    }

    private long writer() throws IOException {
        JsonNode note = Json.parse(Files.readAllBytes(file));
        return note.path("pid").asLong();
    }
}
