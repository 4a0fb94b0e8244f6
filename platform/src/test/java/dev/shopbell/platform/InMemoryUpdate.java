package dev.shopbell.platform;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** {@code SET a = :x, b = b + :y} under {@code attribute_exists(a)}, {@code attribute_not_exists(a)}, {@code a < :x}, {@code a <= :x} and {@code OR}. */
final class InMemoryUpdate {

    private final UpdateItemRequest request;

    InMemoryUpdate(UpdateItemRequest request) {
        this.request = request;
    }

    boolean isAllowed(@Nullable Map<String, AttributeValue> known) {
        return request.conditionExpression() == null
                || Arrays.stream(request.conditionExpression().split(" OR ", -1))
                        .anyMatch(term -> holds(term.strip(), known));
    }

    private boolean holds(String term, @Nullable Map<String, AttributeValue> known) {
        if (term.startsWith("attribute_exists(") || term.startsWith("attribute_not_exists(")) {
            var name = name(term.substring(term.indexOf('(') + 1, term.length() - 1));
            return term.startsWith("attribute_exists(") == (known != null && known.containsKey(name));
        }
        var words = term.split(" ", -1);
        if (known == null || !known.containsKey(name(words[0]))) {
            return false;
        }
        var order = Long.compare(new Row(known).number(name(words[0])), value(words[2]));
        return words[1].equals("<=") ? order <= 0 : order < 0;
    }

    Map<String, AttributeValue> apply(@Nullable Map<String, AttributeValue> known) {
        var item = new HashMap<>(known == null ? request.key() : known);
        for (var change : request.updateExpression().substring("SET ".length()).split(", ", -1)) {
            var words = change.split(" ", -1);
            var name = name(words[0]);
            item.put(
                    name,
                    words.length == 3
                            ? request.expressionAttributeValues().get(words[2])
                            : AttributeValue.fromN(Long.toString(new Row(item).number(name) + value(words[4]))));
        }
        return item;
    }

    private String name(String written) {
        return request.expressionAttributeNames().getOrDefault(written, written);
    }

    private long value(String placeholder) {
        return new Row(request.expressionAttributeValues()).number(placeholder);
    }
}
