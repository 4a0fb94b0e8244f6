package dev.shopbell.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.engine.Meters;
import dev.shopbell.local.lambda.InvocationResult;
import dev.shopbell.local.lambda.Lambda;
import dev.shopbell.local.template.Stack;
import dev.shopbell.local.wire.Background;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.Reply;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The WebSocket API: asks {@code $connect} before it accepts, invokes a function for each message, and tells
 * {@code $disconnect}. What a function returns for a message is not sent (the API has no route responses).
 */
public final class SocketGateway implements HttpHandler {
    private static final String BODY = "$request.body.";
    private static final int INTEGRATION_TIMEOUT_SECONDS = 29;

    private final Stack.SocketApi api;
    private final Lambda lambda;
    private final SocketConnections connections;
    private final Background background;
    private final Meters meters;

    /** Serves an API. */
    public SocketGateway(
            Stack.SocketApi api, Lambda lambda, SocketConnections connections, Background background, Meters meters) {
        this.api = api;
        this.lambda = lambda;
        this.connections = connections;
        this.background = background;
        this.meters = meters;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (!"websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Upgrade"))) {
            Reply.message(exchange, 426, "Upgrade Required");
            return;
        }
        // API Gateway's ids are of this form; nothing may depend on it.
        String id = UUID.randomUUID().toString().replace("-", "").substring(0, 15) + "=";
        var connection = new SocketEvent.Connection(id, HttpGateway.request(exchange, new byte[0]), Instant.now());
        meters.add(1, "sockets", api.id(), "connections");
        int status = connect(connection);
        if (status < 200 || status > 299) {
            Reply.message(
                    exchange,
                    status,
                    status == 401 ? "Unauthorized" : status < 500 ? "Forbidden" : "Internal server error");
            return;
        }
        WebSocketConnectionCallback opened =
                (handshake, channel) -> connections.open(connection, channel, new SocketListener(this, connection));
        new WebSocketProtocolHandshakeHandler(opened).handleRequest(exchange);
    }

    private int connect(SocketEvent.Connection connection) throws InterruptedException {
        String function = api.functions().get("$connect");
        if (function == null) {
            return 200;
        }
        InvocationResult result = invoke(function, SocketEvent.connect(api, connection));
        if (result == null || result.failed()) {
            return 502;
        }
        return HttpAnswer.of(result.payload()).map(HttpAnswer::status).orElse(502);
    }

    /** A visitor sent something. */
    void received(SocketEvent.Connection connection, WebSocketChannel channel, String text) {
        message(connection, channel, route(text), text, false);
    }

    /** A visitor sent bytes. */
    void received(SocketEvent.Connection connection, WebSocketChannel channel, byte[] bytes) {
        message(connection, channel, "$default", Base64.getEncoder().encodeToString(bytes), true);
    }

    private void message(
            SocketEvent.Connection connection, WebSocketChannel channel, String route, String body, boolean isBase64) {
        meters.add(1 + (body.length() - 1) / 32_768, "sockets", api.id(), "messagesIn"); // billed by 32 KB
        background.run(() -> {
            String function = api.functions().get(route);
            JsonNode event = SocketEvent.message(api, connection, route, body, isBase64);
            try {
                InvocationResult result = function == null ? null : invoke(function, event);
                if (result == null || result.failed()) {
                    String message = function == null ? "Forbidden" : "Internal server error";
                    WebSockets.sendText(
                            Json.object()
                                    .put("message", message)
                                    .put("connectionId", connection.id())
                                    .put(
                                            "requestId",
                                            event.path("requestContext")
                                                    .path("requestId")
                                                    .asText())
                                    .toString(),
                            channel,
                            null);
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** A visitor is gone. */
    void closed(SocketEvent.Connection connection, int code, String reason) {
        if (connections.forget(connection.id())) {
            meters.add(
                    java.time.Duration.between(connection.connectedAt(), Instant.now())
                                    .toSeconds()
                            / 60.0,
                    "sockets",
                    api.id(),
                    "connectionMinutes");
            String function = api.functions().get("$disconnect");
            if (function != null) {
                background.run(() -> {
                    try {
                        invoke(function, SocketEvent.disconnect(api, connection, code, reason));
                    } catch (InterruptedException stopping) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
        }
    }

    private @Nullable InvocationResult invoke(String function, JsonNode event) throws InterruptedException {
        try {
            return lambda.invoke(function, Json.bytes(event)).get(INTEGRATION_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException failed) {
            return null;
        }
    }

    private String route(String text) {
        if (!api.routeSelection().startsWith(BODY)) {
            return "$default";
        }
        try {
            JsonNode value = Json.parse(text)
                    .at("/" + api.routeSelection().substring(BODY.length()).replace('.', '/'));
            String key = value.asText();
            return api.functions().containsKey(key) && !key.startsWith("$") ? key : "$default";
        } catch (UncheckedIOException notJson) {
            return "$default";
        }
    }
}
