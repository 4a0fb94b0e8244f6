package dev.shopbell.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;

/** Reading a request's body and sending a whole response, for handlers of a {@link Loopback}. */
public final class Reply {
    private Reply() {}

    /**
     * The request's body.
     *
     * @param limitBytes the most that is read
     * @throws TooLarge when there is more
     */
    public static byte[] body(HttpServerExchange exchange, int limitBytes) throws IOException {
        if (exchange.getRequestContentLength() > limitBytes) {
            throw new TooLarge();
        }
        byte[] body = exchange.getInputStream().readNBytes(limitBytes + 1);
        if (body.length > limitBytes) {
            throw new TooLarge();
        }
        return body;
    }

    /** The request's body, of any length. */
    public static byte[] body(HttpServerExchange exchange) throws IOException {
        var all = new ByteArrayOutputStream();
        exchange.getInputStream().transferTo(all);
        return all.toByteArray();
    }

    /** Sends JSON. */
    public static void json(HttpServerExchange exchange, int status, JsonNode body) {
        bytes(exchange, status, "application/json", Map.of(), Json.bytes(body));
    }

    /** Sends the {@code {"message": …}} that API Gateway sends when it speaks for itself. */
    public static void message(HttpServerExchange exchange, int status, String message) {
        json(exchange, status, Json.object().put("message", message));
    }

    /** Sends bytes. */
    public static void bytes(
            HttpServerExchange exchange, int status, String contentType, Map<String, String> headers, byte[] body) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, contentType);
        headers.forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        send(exchange, body);
    }

    /** Sends the body to the status and headers that were set before, and returns when it is on its way. */
    public static void send(HttpServerExchange exchange, byte[] body) {
        exchange.getResponseSender().send(ByteBuffer.wrap(body));
    }

    /** The body is longer than the one who reads it takes. */
    public static final class TooLarge extends IOException {
        TooLarge() {
            super("the body is too large");
        }
    }
}
