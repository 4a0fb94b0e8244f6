package dev.shopbell.local.objects;

import com.fasterxml.jackson.databind.JsonNode;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bucket's cross-origin rules.
 *
 * @param configuration the template's CorsConfiguration; missing if there is none
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html">S3 user guide, "Using cross-origin resource
 *     sharing"</a>
 */
record BucketCors(JsonNode configuration) {

    /** Answers a preflight: 200 with what is allowed, or 403. */
    void preflight(HttpServerExchange exchange) {
        String method = header(exchange, "Access-Control-Request-Method");
        String headers = header(exchange, "Access-Control-Request-Headers");
        var rule = rule(header(exchange, "Origin"), method).filter(some -> allowsAll(some, headers));
        if (rule.isEmpty()) {
            exchange.setStatusCode(403).endExchange();
            return;
        }
        say(exchange, rule.get());
        put(exchange, "Access-Control-Allow-Headers", headers);
        put(exchange, "Access-Control-Max-Age", rule.get().path("MaxAge").asText());
        exchange.setStatusCode(200).endExchange();
    }

    /** Adds the headers of an ordinary answer, where a rule fits. */
    void allow(HttpServerExchange exchange) {
        rule(header(exchange, "Origin"), exchange.getRequestMethod().toString()).ifPresent(rule -> say(exchange, rule));
    }

    private static void say(HttpServerExchange exchange, JsonNode rule) {
        put(exchange, "Access-Control-Allow-Origin", "*");
        put(
                exchange,
                "Access-Control-Allow-Methods",
                rule.path("AllowedMethods").valueStream().map(JsonNode::asText).collect(Collectors.joining(", ")));
    }

    private Optional<JsonNode> rule(String origin, String method) {
        return origin.isEmpty()
                ? Optional.empty()
                : configuration
                        .path("CorsRules")
                        .valueStream()
                        .filter(rule -> has(rule.path("AllowedOrigins"), origin))
                        .filter(rule -> has(rule.path("AllowedMethods"), method))
                        .findFirst();
    }

    private static boolean allowsAll(JsonNode rule, String headers) {
        return Stream.of(headers.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .allMatch(name -> has(rule.path("AllowedHeaders"), name));
    }

    private static boolean has(JsonNode list, String wanted) {
        return list.valueStream()
                .anyMatch(one -> one.asText().equals("*") || one.asText().equalsIgnoreCase(wanted));
    }

    private static String header(HttpServerExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static void put(HttpServerExchange exchange, String name, String value) {
        if (!value.isEmpty()) {
            exchange.getResponseHeaders().put(new HttpString(name), value);
        }
    }
}
