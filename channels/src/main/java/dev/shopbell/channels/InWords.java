package dev.shopbell.channels;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person sent otherwise than in words, in words: for the bot to understand and for a person at the desk to read. */
public final class InWords {

    /** How a Flow knows itself again; no customer has written it. */
    private static final String FLOW_TOKEN = "flow_token";

    private static final int DEEPEST = 5;

    private InWords() {}

    /**
     * A place: what it is called, where it is, and a link to a map, a line each. Source of the link:
     * developers.google.com/maps/documentation/urls/get-started, "Search".
     *
     * @return empty if nothing is known of it
     */
    public static String place(
            Optional<String> name, Optional<String> address, Optional<Double> latitude, Optional<Double> longitude) {
        var spot = latitude.flatMap(lat -> longitude.map(lon -> plain(lat) + "," + plain(lon)));
        var link = spot.map(some -> "https://www.google.com/maps/search/?api=1&query=" + some);
        return Stream.of(name, address, spot, link)
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Somebody's name and numbers: {@code Ana: +34 600 123 456}. */
    public static String contact(Optional<String> name, List<String> phones) {
        var numbers = String.join(", ", phones);
        return name.map(some -> numbers.isEmpty() ? some : some + ": " + numbers)
                .orElse(numbers);
    }

    /**
     * What was filled in, a line a field: {@code size: large}. Fields within fields are told by both names, several values
     * of one stand in one line.
     *
     * @param json an object; anything else is told as it stands
     */
    public static String filledIn(String json) {
        return Fields.object(json)
                .map(form -> {
                    var lines = new ArrayList<String>();
                    fill(lines, "", form, 0);
                    return String.join("\n", lines);
                })
                .orElse(json);
    }

    private static void fill(List<String> lines, String name, JsonNode value, int depth) {
        if (value.isObject() && depth < DEEPEST) {
            var before = name.isEmpty() ? "" : name + ".";
            value.propertyStream()
                    .filter(field -> !field.getKey().equals(FLOW_TOKEN))
                    .forEach(field -> fill(lines, before + field.getKey(), field.getValue(), depth + 1));
            return;
        }
        var words = value.isArray()
                ? value.valueStream().map(InWords::said).collect(Collectors.joining(", "))
                : said(value);
        if (!words.isBlank()) {
            lines.add(Words.clean(name + ": " + words));
        }
    }

    private static String said(JsonNode value) {
        return value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }

    /** Without an exponent. */
    private static String plain(double degrees) {
        return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
    }
}
