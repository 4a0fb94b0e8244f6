package dev.shopbell.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.platform.Json;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered over HTTP.
 *
 * @param body text, or base64 where {@code base64} says so
 */
record HttpAnswer(int status, Map<String, String> headers, String body, boolean base64) {

    HttpAnswer {
        headers = Map.copyOf(headers);
    }

    static HttpAnswer text(int status, String contentType, String body) {
        return new HttpAnswer(status, Map.of("content-type", contentType), body, false);
    }

    static HttpAnswer json(int status, ObjectNode body) {
        return new HttpAnswer(
                status,
                Map.of("content-type", "application/json", "cache-control", "no-store"),
                Json.write(body),
                false);
    }

    /** A refusal: what is wrong and how to mend it, for whoever reads it, without anything of what was sent. */
    static HttpAnswer refusal(int status, String why) {
        return json(status, Json.object().put("error", why));
    }

    static HttpAnswer bytes(int status, Map<String, String> headers, byte[] body) {
        return new HttpAnswer(status, headers, Base64.getEncoder().encodeToString(body), true);
    }

    HttpAnswer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpAnswer(status, more, body, base64);
    }

    /** As API Gateway reads it. Source: "Create AWS Lambda proxy integrations for HTTP APIs", payload format 2.0. */
    ObjectNode forGateway() {
        var node = Json.object().put("statusCode", status);
        var head = node.putObject("headers");
        headers.forEach(head::put);
        return node.put("body", body).put("isBase64Encoded", base64);
    }
}
