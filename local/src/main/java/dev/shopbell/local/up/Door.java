package dev.shopbell.local.up;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.LinkedHashMap;
import java.util.Map;

/** The one port: hands a request to whoever owns the beginning of its path, and everything else to the HTTP API. */
final class Door implements HttpHandler {
    private final Map<String, HttpHandler> byPrefix = new LinkedHashMap<>();
    private final HttpHandler otherwise;

    Door(HttpHandler otherwise) {
        this.otherwise = otherwise;
    }

    /** Gives a prefix away: {@code /_local} owns {@code /_local} and all under it. */
    Door give(String prefix, HttpHandler owner) {
        byPrefix.put(prefix, owner);
        return this;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        String path = exchange.getRequestURI();
        for (Map.Entry<String, HttpHandler> owned : byPrefix.entrySet()) {
            if (path.equals(owned.getKey()) || path.startsWith(owned.getKey() + "/")) {
                owned.getValue().handleRequest(exchange);
                return;
            }
        }
        otherwise.handleRequest(exchange);
    }
}
