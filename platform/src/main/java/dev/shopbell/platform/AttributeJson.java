package dev.shopbell.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items as DynamoDB has them on the wire. Source: DynamoDB API reference, "AttributeValue". */
final class AttributeJson {

    private AttributeJson() {}

    /** @throws UnsupportedOperationException on a kind that none of our items has, naming the field that it stands in */
    static JsonNode write(AttributeValue value, String what) {
        var json = Json.object();
        switch (value.type()) {
            case S -> json.put("S", value.s());
            case N -> json.put("N", value.n());
            case BOOL -> json.put("BOOL", value.bool());
            case B -> json.put("B", value.b().asByteArrayUnsafe());
            case SS -> value.ss().forEach(json.putArray("SS")::add);
            case NS -> value.ns().forEach(json.putArray("NS")::add);
            case L, M, BS, NUL, UNKNOWN_TO_SDK_VERSION -> throw unknown(what);
        }
        return json;
    }

    private static UnsupportedOperationException unknown(String what) {
        return new UnsupportedOperationException("There is no " + what + " of this kind yet; add it to AttributeJson");
    }

    /** @throws UnsupportedOperationException on a kind that none of our items has */
    static Map<String, AttributeValue> readItem(JsonNode json) {
        var item = new HashMap<String, AttributeValue>();
        json.properties().forEach(attribute -> item.put(attribute.getKey(), readValue(attribute.getValue())));
        return item;
    }

    private static AttributeValue readValue(JsonNode json) {
        var kind = json.properties().iterator().next();
        var value = kind.getValue();
        return switch (kind.getKey()) {
            case "S" -> AttributeValue.fromS(value.asText());
            case "N" -> AttributeValue.fromN(value.asText());
            case "BOOL" -> AttributeValue.fromBool(value.asBoolean());
            case "B" -> AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(binary(value)));
            case "SS" -> AttributeValue.fromSs(texts(value));
            case "NS" -> AttributeValue.fromNs(texts(value));
            default -> throw unknown(kind.getKey());
        };
    }

    private static byte[] binary(JsonNode value) {
        return Base64.getDecoder().decode(value.asText());
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>(list.size());
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
