package dev.shopbell.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.wire.Json;
import java.util.Map;

/**
 * A filter of an event source. Source: Lambda developer guide, "Control which events Lambda sends to your function",
 * "Filter rule syntax".
 */
final class FilterPattern {
    private final JsonNode pattern;

    /**
     * Reads a pattern.
     *
     * @throws java.io.UncheckedIOException when it is not JSON
     */
    FilterPattern(String pattern) {
        this.pattern = Json.parse(pattern);
    }

    boolean matches(JsonNode record) {
        return matches(pattern, record);
    }

    private static boolean matches(JsonNode pattern, JsonNode value) {
        for (Map.Entry<String, JsonNode> rule : pattern.properties()) {
            JsonNode wanted = rule.getValue();
            if (rule.getKey().equals("$or")) {
                if (wanted.valueStream().noneMatch(either -> matches(either, value))) {
                    return false;
                }
                continue;
            }
            JsonNode found = value.path(rule.getKey());
            boolean matches = wanted.isObject() ? matches(wanted, found) : any(wanted, found);
            if (!matches) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(JsonNode choices, JsonNode found) {
        if (found.isArray()) {
            return found.valueStream().anyMatch(each -> any(choices, each));
        }
        return choices.valueStream().anyMatch(choice -> one(choice, found));
    }

    private static boolean one(JsonNode choice, JsonNode found) {
        if (!choice.isObject()) {
            return equal(choice, found);
        }
        Map.Entry<String, JsonNode> comparison = choice.properties().iterator().next();
        JsonNode operand = comparison.getValue();
        boolean there = !found.isMissingNode();
        return switch (comparison.getKey()) {
            case "exists" -> operand.asBoolean() == (there && !found.isContainerNode());
            case "prefix" -> found.isTextual() && found.asText().startsWith(operand.asText());
            case "suffix" -> found.isTextual() && found.asText().endsWith(operand.asText());
            case "equals-ignore-case" -> found.isTextual() && found.asText().equalsIgnoreCase(operand.asText());
            case "anything-but" ->
                there
                        && (operand.isArray()
                                ? operand.valueStream().noneMatch(each -> equal(each, found))
                                : !equal(operand, found));
            case "numeric" -> numeric(operand, found);
            default ->
                throw new IllegalArgumentException(
                        "A filter uses \"" + comparison.getKey() + "\", which ./bot up does not know.");
        };
    }

    private static boolean equal(JsonNode wanted, JsonNode found) {
        return (wanted.isNumber() && found.isNumber())
                ? wanted.decimalValue().compareTo(found.decimalValue()) == 0
                : wanted.equals(found);
    }

    /** {@code [">", 0, "<=", 5]}; DynamoDB's numbers are text, which Lambda does not compare as numbers either. */
    private static boolean numeric(JsonNode comparisons, JsonNode found) {
        if (!found.isNumber()) {
            return false;
        }
        for (int i = 0; i + 1 < comparisons.size(); i += 2) {
            int order = found.decimalValue().compareTo(comparisons.get(i + 1).decimalValue());
            boolean holds =
                    switch (comparisons.get(i).asText()) {
                        case "=" -> order == 0;
                        case "<" -> order < 0;
                        case "<=" -> order <= 0;
                        case ">" -> order > 0;
                        case ">=" -> order >= 0;
                        default ->
                            throw new IllegalArgumentException("A filter compares by \""
                                    + comparisons.get(i).asText() + "\". Use =, <, <=, > or >=.");
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }
}
