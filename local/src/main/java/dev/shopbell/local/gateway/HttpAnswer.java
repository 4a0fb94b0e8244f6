package dev.shopbell.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.wire.Json;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The HTTP response that a function's return value means. Source: API Gateway developer guide, "Create AWS Lambda proxy
 * integrations for HTTP APIs", "Lambda function response for format 2.0".
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through; never compared
record HttpAnswer(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
    /** The answer; empty when the value means none, which API Gateway answers with a 500. */
    static Optional<HttpAnswer> of(byte[] returned) {
        JsonNode value;
        try {
            value = Json.parse(returned);
        } catch (UncheckedIOException notJson) {
            return Optional.empty();
        }
        if (!value.isObject() || !value.has("statusCode")) {
            // Anything else is the body itself, as JSON.
            byte[] body = value.isTextual() ? value.asText().getBytes(UTF_8) : returned;
            return Optional.of(new HttpAnswer(200, Map.of("content-type", "application/json"), List.of(), body));
        }
        int status = value.path("statusCode").asInt();
        if (status < 100 || status > 599) {
            return Optional.empty();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        value.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(java.util.Locale.ROOT),
                        header.getValue().asText()));
        headers.putIfAbsent("content-type", "text/plain; charset=utf-8");
        List<String> cookies = new ArrayList<>();
        value.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
        JsonNode body = value.path("body");
        byte[] bytes;
        if (body.isMissingNode() || body.isNull()) {
            bytes = new byte[0];
        } else if (value.path("isBase64Encoded").asBoolean()) {
            bytes = Base64.getDecoder().decode(body.asText());
        } else {
            bytes = (body.isTextual() ? body.asText() : body.toString()).getBytes(UTF_8);
        }
        return Optional.of(new HttpAnswer(status, headers, cookies, bytes));
    }
}
