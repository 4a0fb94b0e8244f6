package dev.shopbell.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** JSON trees. One mapper, without reflection on our types. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** A new, empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A new, empty array. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** @throws JsonProcessingException if the text is not JSON */
    public static JsonNode read(String json) throws JsonProcessingException {
        return MAPPER.readTree(json);
    }

    /** @throws IOException if the stream breaks or does not hold JSON */
    public static JsonNode read(InputStream json) throws IOException {
        return MAPPER.readTree(json);
    }

    /** @throws IOException if the bytes are not JSON in UTF-8 */
    public static JsonNode read(byte[] json) throws IOException {
        return MAPPER.readTree(json);
    }

    /** One line, without white space. */
    public static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A JSON tree that cannot be written", e);
        }
    }

    /** The same in UTF-8. */
    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A JSON tree that cannot be written", e);
        }
    }

    /** Without closing the stream's meaning for the caller: it is flushed and left to its owner. */
    public static void write(JsonNode node, OutputStream out) throws IOException {
        out.write(MAPPER.writeValueAsBytes(node));
    }
}
