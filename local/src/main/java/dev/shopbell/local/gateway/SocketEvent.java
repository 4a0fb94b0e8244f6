package dev.shopbell.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.template.LocalAddresses;
import dev.shopbell.local.template.Stack;
import dev.shopbell.local.wire.Json;
import java.time.Instant;
import java.util.UUID;

/**
 * The events that a function gets of a WebSocket. Source: API Gateway developer guide, "Lambda integration for WebSocket
 * APIs", and the request context variables named there.
 */
final class SocketEvent {
    private SocketEvent() {}

    /** A socket as it was opened. */
    record Connection(String id, HttpEvent.Request handshake, Instant connectedAt) {}

    static ObjectNode connect(Stack.SocketApi api, Connection connection) {
        ObjectNode event = Json.object();
        headers(event, connection);
        var query = HttpEvent.query(connection.handshake().rawQuery());
        if (!query.isEmpty()) {
            ObjectNode single = event.putObject("queryStringParameters");
            ObjectNode multiple = event.putObject("multiValueQueryStringParameters");
            query.forEach((name, values) -> {
                single.put(name, values.getLast());
                values.forEach(multiple.putArray(name)::add);
            });
        }
        event.set("requestContext", context(api, connection, "$connect", "CONNECT"));
        return event.put("isBase64Encoded", false);
    }

    static ObjectNode message(Stack.SocketApi api, Connection connection, String route, String body, boolean isBase64) {
        ObjectNode event = Json.object();
        ObjectNode context = context(api, connection, route, "MESSAGE");
        context.put("messageId", UUID.randomUUID().toString());
        event.set("requestContext", context);
        return event.put("body", body).put("isBase64Encoded", isBase64);
    }

    static ObjectNode disconnect(Stack.SocketApi api, Connection connection, int code, String reason) {
        ObjectNode event = Json.object();
        headers(event, connection);
        ObjectNode context = context(api, connection, "$disconnect", "DISCONNECT");
        context.put("disconnectStatusCode", code).put("disconnectReason", reason);
        event.set("requestContext", context);
        return event.put("isBase64Encoded", false);
    }

    private static void headers(ObjectNode event, Connection connection) {
        ObjectNode single = event.putObject("headers");
        ObjectNode multiple = event.putObject("multiValueHeaders");
        connection.handshake().headers().forEach((name, values) -> {
            single.put(name, values.getLast());
            values.forEach(multiple.putArray(name)::add);
        });
    }

    private static ObjectNode context(Stack.SocketApi api, Connection connection, String route, String type) {
        Instant now = Instant.now();
        ObjectNode context = Json.object()
                .put("routeKey", route)
                .put("eventType", type)
                .put("extendedRequestId", UUID.randomUUID().toString())
                .put("requestTime", HttpEvent.TIME.format(now))
                .put("messageDirection", "IN")
                .put("stage", api.stage())
                .put("connectedAt", connection.connectedAt().toEpochMilli())
                .put("requestTimeEpoch", now.toEpochMilli())
                .put("requestId", UUID.randomUUID().toString())
                .put("domainName", api.id() + ".execute-api." + LocalAddresses.REGION + ".amazonaws.com")
                .put("connectionId", connection.id())
                .put("apiId", api.id());
        context.putObject("identity")
                .put("sourceIp", connection.handshake().sourceIp())
                .put("userAgent", connection.handshake().header("user-agent").orElse(""));
        return context;
    }
}
