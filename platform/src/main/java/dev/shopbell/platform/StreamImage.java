package dev.shopbell.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The new image of a table stream's record, as an item. Strings and numbers only: our items hold nothing else. */
public final class StreamImage {

    private StreamImage() {}

    /** Empty where the record has no new image (a deletion). */
    public static Map<String, AttributeValue> of(JsonNode streamRecord) {
        var image = new HashMap<String, AttributeValue>();
        streamRecord.path("dynamodb").path("NewImage").properties().forEach(e -> {
            var value = e.getValue();
            if (value.has("S")) {
                image.put(e.getKey(), AttributeValue.fromS(value.path("S").asText()));
            } else if (value.has("N")) {
                image.put(e.getKey(), AttributeValue.fromN(value.path("N").asText()));
            }
        });
        return image;
    }
}
