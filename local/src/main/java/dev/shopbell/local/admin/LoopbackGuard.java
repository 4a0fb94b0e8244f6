package dev.shopbell.local.admin;

import dev.shopbell.local.wire.Reply;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.Set;

/**
 * Lets only this machine's own programs through: a page of another site must not reach these doors through its visitor's
 * browser, neither directly (Origin) nor under a name of its own that it points here (Host).
 */
public final class LoopbackGuard implements HttpHandler {
    private final Set<String> hosts;
    private final HttpHandler next;

    /** Guards a handler of the server on this port. */
    public LoopbackGuard(int port, HttpHandler next) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        boolean ownOrigin = origin == null || hosts.stream().anyMatch(own -> origin.equals("http://" + own));
        if (host == null || !hosts.contains(host) || !ownOrigin) {
            Reply.message(exchange, 403, "This door is for programs on this machine only.");
            return;
        }
        next.handleRequest(exchange);
    }
}
