package dev.shopbell.channels;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads JSON that others wrote: any shape may come, and a wrong one is the same as none. */
public final class Fields {

    /** Shared by all channels; strict about what follows the value. */
    public static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Fields() {}

    /** The text, if the bytes are UTF-8 to the last one. */
    public static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /** The object that the bytes write, if they are UTF-8 and JSON and an object. */
    public static Optional<JsonNode> object(byte[] bytes) {
        return utf8(bytes).flatMap(Fields::object);
    }

    /** The object that the text writes, if it is JSON and an object; a byte order mark before it says nothing. */
    public static Optional<JsonNode> object(String text) {
        try {
            var tree = JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return tree != null && tree.isObject() ? Optional.of(tree) : Optional.empty();
        } catch (JsonProcessingException | StackOverflowError notJson) {
            return Optional.empty();
        }
    }

    /** The node at the end of the path; a missing node where any step is missing. */
    public static JsonNode at(JsonNode from, String... path) {
        var node = from;
        for (var step : path) {
            node = node.path(step);
        }
        return node;
    }

    /** A string, or a number written as one (older deliveries have numeric ids); empty if blank, null or a structure. */
    public static Optional<String> text(JsonNode from, String... path) {
        var node = at(from, path);
        return node.isValueNode() && !node.isNull() && !node.asText().isBlank()
                ? Optional.of(Words.clean(node.asText()))
                : Optional.empty();
    }

    /** What somebody wrote, even if it is nothing but blanks; empty if there is no character, or no text. */
    public static Optional<String> words(JsonNode from, String... path) {
        var node = at(from, path);
        return node.isValueNode() && !node.isNull() && !node.asText().isEmpty()
                ? Optional.of(Words.clean(node.asText()))
                : Optional.empty();
    }

    /** A whole number, also when it is written as a string or with a fraction that says nothing ({@code 7.0}). */
    public static OptionalLong number(JsonNode from, String... path) {
        var node = at(from, path);
        if (node.isNumber() && node.canConvertToLong() && node.canConvertToExactIntegral()) {
            return OptionalLong.of(node.asLong());
        }
        if (node.isTextual() && node.asText().matches("-?[0-9]{1,18}")) {
            return OptionalLong.of(Long.parseLong(node.asText()));
        }
        return OptionalLong.empty();
    }

    /** A number with a fraction, as coordinates have it, also when it is written as a string. */
    public static Optional<Double> decimal(JsonNode from, String... path) {
        var node = at(from, path);
        if (node.isTextual() && node.asText().matches("-?[0-9]{1,3}(\\.[0-9]{1,15})?")) {
            return Optional.of(Double.valueOf(node.asText()));
        }
        return node.isNumber() && Double.isFinite(node.asDouble()) ? Optional.of(node.asDouble()) : Optional.empty();
    }

    /** The texts in an array, without what else may stand there. */
    public static List<String> texts(JsonNode from, String... path) {
        return list(from, path).stream().flatMap(one -> text(one).stream()).toList();
    }

    /** Whether it says {@code true}. */
    public static boolean isTrue(JsonNode from, String... path) {
        return at(from, path).asBoolean(false);
    }

    /** The elements of an array; none if it is anything else. */
    public static List<JsonNode> list(JsonNode from, String... path) {
        var node = at(from, path);
        return node.isArray() ? node.valueStream().toList() : List.of();
    }

    /** The first element; a missing node if there is none. */
    public static JsonNode first(JsonNode from, String... path) {
        var node = at(from, path).path(0);
        return node.isMissingNode() ? MissingNode.getInstance() : node;
    }
}
