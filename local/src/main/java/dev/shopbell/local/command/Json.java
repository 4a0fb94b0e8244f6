package dev.shopbell.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The commands' one JSON mapper. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** @throws IOException if it is not JSON */
    public static JsonNode read(String text) throws IOException {
        var node = MAPPER.readTree(text);
        if (node == null || node.isMissingNode()) {
            throw new IOException("Empty instead of JSON");
        }
        return node;
    }

    /** @throws IOException if the file cannot be read or is not JSON */
    public static JsonNode read(Path file) throws IOException {
        return read(Files.readString(file));
    }

    public static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A JSON tree cannot fail to be written", impossible);
        }
    }
}
