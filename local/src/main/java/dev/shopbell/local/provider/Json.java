package dev.shopbell.local.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** The one JSON mapper of the stand-ins. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static JsonNode of(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * Reads an object; anything else (an array, a lone number, broken text) is refused.
     *
     * @throws IOException if it is not a JSON object
     */
    static JsonNode read(String body) throws IOException {
        var node = MAPPER.readTree(body);
        if (node == null || !node.isObject()) {
            throw new IOException("Not a JSON object");
        }
        return node;
    }

    static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A JSON tree cannot fail to be written", impossible);
        }
    }
}
