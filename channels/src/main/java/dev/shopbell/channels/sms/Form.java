package dev.shopbell.channels.sms;

import dev.shopbell.channels.Words;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A form body, with repeated keys as they came.
 *
 * @param fields decoded, in order
 */
record Form(List<Map.Entry<String, String>> fields) {

    Form {
        fields = List.copyOf(fields);
    }

    /** Never fails: a percent sign that begins nothing stands for itself. */
    static Form parse(String body) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        for (var pair : body.split("&", -1)) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                fields.add(
                        equals < 0
                                ? Map.entry(decode(pair), "")
                                : Map.entry(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
            }
        }
        return new Form(fields);
    }

    /** The first of the name, even if it is empty. */
    Optional<String> raw(String name) {
        return fields.stream()
                .filter(field -> field.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The first of the name, unless it is blank. */
    Optional<String> field(String name) {
        return raw(name).filter(value -> !value.isBlank()).map(Words::clean);
    }

    /** A whole number of up to nine digits. */
    OptionalLong number(String name) {
        return field(name)
                .filter(some -> some.matches("[0-9]{1,9}"))
                .map(some -> OptionalLong.of(Long.parseLong(some)))
                .orElseGet(OptionalLong::empty);
    }

    /** The message's id, under the newest name it is given by. */
    Optional<String> sid() {
        return field("MessageSid").or(() -> field("SmsMessageSid")).or(() -> field("SmsSid"));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
