package dev.shopbell.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.template.LocalAddresses;
import dev.shopbell.local.wire.Json;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The event that a function gets of an HTTP request. Source: API Gateway developer guide, "Create AWS Lambda proxy
 * integrations for HTTP APIs", payload format 2.0.
 */
final class HttpEvent {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private HttpEvent() {}

    /** A request as it came. Header names are lower case; the query is as it was written. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way through; never compared
    record Request(
            String method,
            String rawPath,
            String rawQuery,
            String protocol,
            String host,
            String sourceIp,
            Map<String, List<String>> headers,
            byte[] body) {
        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
        }
    }

    static ObjectNode of(Request request, Routes.Match match, String apiId, Optional<JsonNode> claims, Instant now) {
        ObjectNode event = Json.object();
        String routeKey = match.route().key();
        event.put("version", "2.0")
                .put("routeKey", routeKey)
                .put("rawPath", Routes.decode(request.rawPath()))
                .put("rawQueryString", request.rawQuery());
        ArrayNode cookies = Json.array();
        ObjectNode headers = Json.object();
        request.headers().forEach((name, values) -> {
            if (name.equals("cookie")) {
                values.forEach(value -> List.of(value.split("; *")).forEach(cookies::add));
            } else {
                headers.put(name, String.join(",", values));
            }
        });
        if (!cookies.isEmpty()) {
            event.set("cookies", cookies);
        }
        event.set("headers", headers);
        Map<String, List<String>> query = query(request.rawQuery());
        if (!query.isEmpty()) {
            ObjectNode parameters = event.putObject("queryStringParameters");
            query.forEach((name, values) -> parameters.put(name, String.join(",", values)));
        }
        event.set("requestContext", context(request, routeKey, apiId, claims, now));
        if (!match.pathParameters().isEmpty()) {
            ObjectNode parameters = event.putObject("pathParameters");
            match.pathParameters().forEach(parameters::put);
        }
        return body(event, request);
    }

    private static ObjectNode context(
            Request request, String routeKey, String apiId, Optional<JsonNode> claims, Instant now) {
        ObjectNode context = Json.object();
        context.put("accountId", LocalAddresses.ACCOUNT)
                .put("apiId", apiId)
                .put("domainName", request.host())
                .put("domainPrefix", apiId)
                .put("requestId", UUID.randomUUID().toString())
                .put("routeKey", routeKey)
                .put("stage", "$default")
                .put("time", TIME.format(now))
                .put("timeEpoch", now.toEpochMilli());
        claims.ifPresent(all -> {
            ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
            ObjectNode texts = jwt.putObject("claims"); // API Gateway passes every claim as text
            all.properties().forEach(claim -> texts.put(claim.getKey(), text(claim.getValue())));
            jwt.putNull("scopes");
        });
        context.putObject("http")
                .put("method", request.method())
                .put("path", Routes.decode(request.rawPath()))
                .put("protocol", request.protocol())
                .put("sourceIp", request.sourceIp())
                .put("userAgent", request.header("user-agent").orElse(""));
        return context;
    }

    private static String text(JsonNode claim) {
        if (!claim.isArray()) {
            return claim.asText();
        }
        return "[" + String.join(" ", claim.valueStream().map(JsonNode::asText).toList()) + "]";
    }

    private static ObjectNode body(ObjectNode event, Request request) {
        if (request.body().length == 0) {
            return event.put("isBase64Encoded", false);
        }
        Optional<String> text =
                isText(request.header("content-type").orElse("")) ? utf8(request.body()) : Optional.empty();
        return event.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(request.body())))
                .put("isBase64Encoded", text.isEmpty());
    }

    /**
     * API Gateway passes text, JSON, XML and JavaScript as text and everything else, forms among it, in base64. Source:
     * API Gateway developer guide, "Working with binary media types for HTTP APIs".
     */
    private static boolean isText(String contentType) {
        String type =
                contentType.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
        return type.startsWith("text/")
                || type.equals("application/json")
                || type.equals("application/xml")
                || type.equals("application/javascript")
                || type.endsWith("+json")
                || type.endsWith("+xml");
    }

    /** The bytes as text, if they are UTF-8 from end to end: what a signature covers must come through unchanged. */
    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }

    /** The parameters of a query, decoded, in the order of their first appearance. */
    static Map<String, List<String>> query(String rawQuery) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (rawQuery.isEmpty()) {
            return parameters;
        }
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.computeIfAbsent(decoded(name), key -> new ArrayList<>()).add(decoded(value));
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
