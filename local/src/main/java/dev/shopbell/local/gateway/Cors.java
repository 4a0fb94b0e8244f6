package dev.shopbell.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.util.stream.Collectors;

/**
 * The API's cross-origin rules: preflights are answered by the gateway itself, and the function's own CORS headers do not
 * count. Source: API Gateway developer guide, "Configure CORS for HTTP APIs".
 */
final class Cors {
    private final JsonNode rules;

    Cors(JsonNode rules) {
        this.rules = rules;
    }

    boolean isConfigured() {
        return rules.isObject();
    }

    /** Whether the gateway answers this request itself. */
    boolean isPreflight(HttpServerExchange exchange) {
        return isConfigured()
                && exchange.getRequestMethod().toString().equals("OPTIONS")
                && exchange.getRequestHeaders().contains("Origin")
                && exchange.getRequestHeaders().contains("Access-Control-Request-Method");
    }

    /** Answers a preflight. */
    void preflight(HttpServerExchange exchange) {
        if (allow(exchange)) {
            header(exchange, "Access-Control-Allow-Methods", list("AllowMethods"));
            header(exchange, "Access-Control-Allow-Headers", list("AllowHeaders"));
            header(exchange, "Access-Control-Max-Age", rules.path("MaxAge").asText());
        }
        exchange.setStatusCode(204).endExchange();
    }

    /** Adds the headers of an ordinary answer; false when the origin is not allowed. */
    boolean allow(HttpServerExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (!isConfigured() || origin == null) {
            return false;
        }
        for (JsonNode allowed : rules.path("AllowOrigins")) {
            if (allowed.asText().equals("*") || allowed.asText().equals(origin)) {
                header(exchange, "Access-Control-Allow-Origin", allowed.asText());
                header(exchange, "Access-Control-Expose-Headers", list("ExposeHeaders"));
                return true;
            }
        }
        return false;
    }

    private String list(String name) {
        return rules.path(name).valueStream().map(JsonNode::asText).collect(Collectors.joining(","));
    }

    private static void header(HttpServerExchange exchange, String name, String value) {
        if (!value.isEmpty()) {
            exchange.getResponseHeaders().put(new HttpString(name), value);
        }
    }
}
