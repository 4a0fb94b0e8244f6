package dev.shopbell.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.WebhookRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads the event by which API Gateway hands over an HTTP request: payload 2.0 as our API sends it, and 1.0 as recorded
 * elsewhere.
 *
 * <p>Source: API Gateway developer guide, "Create AWS Lambda proxy integrations for HTTP APIs".
 */
final class HttpEvent {

    /** The header that names the sender's address: the gateway's word, whatever the sender wrote there. */
    static final String ADDRESS = "x-forwarded-for";

    private HttpEvent() {}

    /** Whether the event is an HTTP request at all. */
    static boolean isOne(JsonNode event) {
        return event.has("requestContext") && (event.has("rawPath") || event.has("httpMethod"));
    }

    /** The request; empty if the body claims to be base64 and is not. */
    static Optional<WebhookRequest> read(JsonNode event) {
        var headers = headers(event);
        var isVersion2 = event.has("rawPath");
        var method = isVersion2
                ? event.path("requestContext").path("http").path("method").asText("GET")
                : event.path("httpMethod").asText("GET");
        var rawQuery = isVersion2 ? event.path("rawQueryString").asText("") : writeQuery(event);
        var path = event.path(isVersion2 ? "rawPath" : "path").asText("/");
        var stage = "/" + event.path("requestContext").path("stage").asText("$default");
        var written = isVersion2 ? path : withStage(event, stage, path);
        var url = headers.getOrDefault("x-forwarded-proto", "https") + "://" + headers.getOrDefault("host", "localhost")
                + written + (rawQuery.isEmpty() ? "" : "?" + rawQuery);
        var ours = isVersion2 && path.startsWith(stage + "/") ? path.substring(stage.length()) : path;
        return body(event).map(body -> new WebhookRequest(method, url, ours, headers, readQuery(rawQuery), body));
    }

    /** In payload 1.0 the path is without the stage that the sender wrote, and the context has it with it. */
    private static String withStage(JsonNode event, String stage, String path) {
        var written = event.path("requestContext").path("path").asText("");
        return written.equals(stage + path) ? written : path;
    }

    private static Optional<byte[]> body(JsonNode event) {
        var body = event.path("body");
        var text = body.isTextual() ? body.asText() : "";
        if (!event.path("isBase64Encoded").asBoolean(false)) {
            return Optional.of(text.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** By their names in lower case; the sender's address is among them. */
    static Map<String, String> headers(JsonNode event) {
        var headers = new TreeMap<String, String>();
        for (var shape : List.of("multiValueHeaders", "headers")) {
            event.path(shape)
                    .properties()
                    .forEach(header -> headers.put(
                            header.getKey().toLowerCase(Locale.ROOT),
                            values(header.getValue()).getLast()));
        }
        headers.remove(ADDRESS);
        var context = event.path("requestContext");
        for (var source : List.of(context.path("http"), context.path("identity"))) {
            if (source.path("sourceIp").isTextual()) {
                headers.put(ADDRESS, source.path("sourceIp").asText());
            }
        }
        return headers;
    }

    /** Payload 1.0 has the query decoded: with all values of a parameter, or only with the last of each. */
    private static String writeQuery(JsonNode event) {
        var all = event.path("multiValueQueryStringParameters");
        return (all.isObject() ? all : event.path("queryStringParameters"))
                .properties().stream()
                        .flatMap(parameter -> values(parameter.getValue()).stream()
                                .map(value -> encode(parameter.getKey()) + "=" + encode(value)))
                        .collect(Collectors.joining("&"));
    }

    private static List<String> values(JsonNode oneOrAll) {
        return oneOrAll.isArray() && !oneOrAll.isEmpty()
                ? oneOrAll.valueStream().map(JsonNode::asText).toList()
                : List.of(oneOrAll.asText());
    }

    /** Of a repeated parameter the first counts. */
    private static Map<String, String> readQuery(String rawQuery) {
        var query = new LinkedHashMap<String, String>();
        for (var pair : rawQuery.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                query.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
