package dev.shopbell.platform;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of a table, read without nulls: what is absent is empty or zero. */
public record Row(Map<String, AttributeValue> item) {

    /** The string or, as text, the number there; empty if absent. */
    public String text(String name) {
        var value = item.get(name);
        if (value == null) {
            return "";
        }
        return value.s() != null ? value.s() : value.n() != null ? value.n() : "";
    }

    /** The whole number there; 0 if absent. */
    public long number(String name) {
        var text = text(name);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    /** The number there; 0 if absent. */
    public double decimal(String name) {
        var text = text(name);
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }
}
