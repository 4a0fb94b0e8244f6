package dev.shopbell.local.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON in and out, without checked exceptions where the input is our own. */
public final class Json {
    /** Shared; never reconfigured. */
    public static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** A new, empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A new, empty array. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /**
     * Reads a document; an empty body is a {@link com.fasterxml.jackson.databind.node.MissingNode}.
     *
     * @throws UncheckedIOException when it is not JSON
     */
    public static JsonNode parse(byte[] document) {
        try {
            return MAPPER.readTree(document);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /**
     * Reads a document.
     *
     * @throws UncheckedIOException when it is not JSON
     */
    public static JsonNode parse(String document) {
        try {
            return MAPPER.readTree(document);
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** The document in UTF-8. */
    public static byte[] bytes(JsonNode document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
