package dev.shopbell.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The SDK's requests as AWS' JSON protocol has them on the wire. Source: DynamoDB developer guide, "DynamoDB low-level API". */
final class SdkJson {

    private SdkJson() {}

    /**
     * All that is set in a request, by its own list of fields, so that none is left out unnoticed.
     *
     * @throws UnsupportedOperationException naming a field of a kind that none of our requests has
     */
    static ObjectNode write(SdkPojo request) {
        var json = Json.object();
        for (SdkField<?> field : request.sdkFields()) {
            @Nullable Object value = field.getValueOrDefault(request);
            switch (value) {
                case null -> {}
                case String text -> json.put(field.locationName(), text);
                case Boolean yes -> json.put(field.locationName(), yes);
                case Integer number -> json.put(field.locationName(), number);
                case Map<?, ?> map -> {
                    if (!map.isEmpty()) {
                        write(map, json.putObject(field.locationName()), field.locationName());
                    }
                }
                case List<?> list -> {
                    if (!list.isEmpty()) {
                        write(list, json.putArray(field.locationName()), field.locationName());
                    }
                }
                default -> throw unknown(field.locationName());
            }
        }
        return json;
    }

    private static void write(Map<?, ?> map, ObjectNode json, String what) {
        map.forEach((name, value) -> {
            switch (value) {
                case String text -> json.put((String) name, text);
                case AttributeValue attribute -> json.set((String) name, AttributeJson.write(attribute, what));
                case null, default -> throw unknown(what);
            }
        });
    }

    private static void write(List<?> list, ArrayNode json, String what) {
        list.forEach(value -> {
            switch (value) {
                case String text -> json.add(text);
                case SdkPojo part -> json.add(write(part));
                case null, default -> throw unknown(what);
            }
        });
    }

    private static UnsupportedOperationException unknown(String what) {
        return new UnsupportedOperationException(
                "A request's " + what + " is of a kind that is not written yet; add it to SdkJson");
    }
}
