package dev.shopbell.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shopbell.local.engine.Meters;
import dev.shopbell.local.template.Stack;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.Reply;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The open sockets and the API that functions reach them by. Source: API Gateway developer guide, "Use @connections
 * commands in your backend service".
 */
public final class SocketConnections implements HttpHandler {
    private static final Pattern PATH = Pattern.compile("/_connections/[^/]+/[^/]+/(?:@|%40)connections/([^/]+)");
    private static final int MESSAGE_LIMIT_BYTES = 128 * 1024;
    private static final long IDLE_MILLIS = 10 * 60 * 1000;

    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final Stack.SocketApi api;
    private final Meters meters;

    private record Open(SocketEvent.Connection connection, WebSocketChannel channel) {}

    /** Holds the sockets of an API. */
    public SocketConnections(Stack.SocketApi api, Meters meters) {
        this.api = api;
        this.meters = meters;
    }

    void open(SocketEvent.Connection connection, WebSocketChannel channel, SocketListener listener) {
        open.put(connection.id(), new Open(connection, channel));
        channel.setIdleTimeout(IDLE_MILLIS);
        try {
            listener.follow(channel);
        } catch (IOException goneAlready) {
            open.remove(connection.id());
        }
    }

    /** Whether it was still known. */
    boolean forget(String connectionId) {
        return open.remove(connectionId) != null;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        Matcher path = PATH.matcher(exchange.getRequestURI());
        if (!path.matches()) {
            Reply.message(exchange, 404, "Not Found");
            return;
        }
        Open socket = open.get(Routes.decode(path.group(1)));
        if (socket == null || !socket.channel().isOpen()) {
            exchange.getResponseHeaders().put(new io.undertow.util.HttpString("x-amzn-ErrorType"), "GoneException");
            Reply.json(exchange, 410, Json.object());
            return;
        }
        switch (exchange.getRequestMethod().toString()) {
            case "POST" -> post(exchange, socket);
            case "DELETE" -> {
                WebSockets.sendClose(1000, "", socket.channel(), null);
                exchange.setStatusCode(204).endExchange();
            }
            case "GET" -> {
                var answer = Json.object()
                        .put("connectedAt", socket.connection().connectedAt().toString())
                        .put("lastActiveAt", socket.connection().connectedAt().toString());
                answer.putObject("identity")
                        .put("sourceIp", socket.connection().handshake().sourceIp())
                        .put(
                                "userAgent",
                                socket.connection()
                                        .handshake()
                                        .header("user-agent")
                                        .orElse(""));
                Reply.json(exchange, 200, answer);
            }
            default -> Reply.message(exchange, 405, "Method Not Allowed");
        }
    }

    private void post(HttpServerExchange exchange, Open socket) throws IOException {
        byte[] message;
        try {
            message = Reply.body(exchange, MESSAGE_LIMIT_BYTES);
        } catch (Reply.TooLarge tooLarge) {
            exchange.getResponseHeaders()
                    .put(new io.undertow.util.HttpString("x-amzn-ErrorType"), "PayloadTooLargeException");
            Reply.message(exchange, 413, "The data has exceeded the maximum size allowed.");
            return;
        }
        meters.add(1 + Math.max(0, message.length - 1) / 32_768, "sockets", api.id(), "messagesOut");
        try {
            WebSockets.sendTextBlocking(new String(message, UTF_8), socket.channel());
        } catch (IOException gone) {
            exchange.getResponseHeaders().put(new io.undertow.util.HttpString("x-amzn-ErrorType"), "GoneException");
            Reply.json(exchange, 410, Json.object());
            return;
        }
        exchange.setStatusCode(200).endExchange();
    }
}
