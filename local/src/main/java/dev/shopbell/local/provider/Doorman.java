package dev.shopbell.local.provider;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.URI;

/**
 * Keeps web pages of other sites away from what is meant for this machine's own people: a page elsewhere can reach loopback
 * through the visitor's browser, by a name that it makes resolve to 127.0.0.1 (then Host gives it away) or by a cross-site
 * request (then Origin does).
 */
final class Doorman {
    private final URI ourself;

    Doorman(URI ourself) {
        this.ourself = ourself;
    }

    boolean admits(HttpServerExchange exchange) {
        var host = exchange.getRequestHeaders().getFirst(Headers.HOST);
        var origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
        return host != null && isOurs("http://" + host) && (origin == null || isOurs(origin));
    }

    private boolean isOurs(String address) {
        var port = ourself.getPort();
        return address.equals("http://127.0.0.1:" + port) || address.equals("http://localhost:" + port);
    }
}
