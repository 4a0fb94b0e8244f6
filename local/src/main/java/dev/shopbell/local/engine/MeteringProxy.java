package dev.shopbell.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.JsonProtocol;
import dev.shopbell.local.wire.Reply;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Stands before an engine: counts what AWS would bill, fails what somebody ordered to fail, passes the rest through. */
final class MeteringProxy implements HttpHandler {
    private static final Set<String> HOP =
            Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade", "keep-alive");

    private final String service;
    private final URI engine;
    private final Meters meters;
    private final Faults faults;
    private final Dialect dialect;

    /** What is particular to a service. */
    interface Dialect {
        /** The request as the engine is to have it. */
        byte[] outgoing(String operation, byte[] request);

        /** Counts a call that the engine answered. */
        void answered(String operation, byte[] request, int status, byte[] response);
    }

    MeteringProxy(String service, URI engine, Meters meters, Faults faults, Dialect dialect) {
        this.service = service;
        this.engine = engine;
        this.meters = meters;
        this.faults = faults;
        this.dialect = dialect;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException, InterruptedException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String operation = target == null ? "Unknown" : target.substring(target.indexOf('.') + 1);
        byte[] request = Reply.body(exchange);
        meters.add(1, service, operation, "requests");
        var fault = faults.next(service, operation);
        if (fault.isPresent()) {
            meters.add(1, service, operation, "ordered failures");
            refuse(exchange, fault.get());
            return;
        }
        HttpResponse<byte[]> response = forward(exchange, dialect.outgoing(operation, request));
        dialect.answered(operation, request, response.statusCode(), response.body());
        exchange.setStatusCode(response.statusCode());
        response.headers().map().forEach((name, values) -> {
            if (!HOP.contains(name.toLowerCase(Locale.ROOT)) && !name.equalsIgnoreCase("date")) {
                values.forEach(
                        value -> exchange.getResponseHeaders().add(new io.undertow.util.HttpString(name), value));
            }
        });
        Reply.send(exchange, response.body());
    }

    private HttpResponse<byte[]> forward(HttpServerExchange exchange, byte[] body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(engine.resolve(exchange.getRequestURI()))
                .timeout(Duration.ofSeconds(60))
                .method(exchange.getRequestMethod().toString(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach(header -> {
            if (!HOP.contains(header.getHeaderName().toString().toLowerCase(Locale.ROOT))) {
                header.forEach(value -> request.header(header.getHeaderName().toString(), value));
            }
        });
        return JsonProtocol.HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static void refuse(HttpServerExchange exchange, Faults.Fault fault) {
        JsonNode body = Json.object().put("__type", fault.code()).put("message", "Ordered by POST /_local/faults");
        exchange.getResponseHeaders().put(new io.undertow.util.HttpString("x-amzn-errortype"), fault.code());
        Reply.json(exchange, fault.status(), body);
    }
}
