package dev.shopbell.local.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.engine.Faults;
import dev.shopbell.local.engine.Meters;
import dev.shopbell.local.engine.StoredBytes;
import dev.shopbell.local.identity.Tokens;
import dev.shopbell.local.lambda.Lambda;
import dev.shopbell.local.source.EventSource;
import dev.shopbell.local.template.Stack;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.Reply;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

/** The doors under {@code /_local}: what runs, what it would cost, ordered failures, tokens, dead letters. */
public final class AdminApi implements HttpHandler {
    /** Where these doors are. */
    public static final String PREFIX = "/_local/";

    private final Parts parts;

    /** What the doors open on. */
    public record Parts(
            URI server,
            Stack stack,
            Lambda lambda,
            List<EventSource> sources,
            QueueDesk queues,
            Meters meters,
            StoredBytes stored,
            Faults faults,
            Tokens tokens) {}

    /** Opens them. */
    public AdminApi(Parts parts) {
        this.parts = parts;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().substring(PREFIX.length());
        String door = exchange.getRequestMethod() + " " + path;
        try {
            switch (door) {
                case "GET ps" -> Reply.json(exchange, 200, ps());
                case "GET meters" -> {
                    ObjectNode meters = parts.meters().snapshot();
                    meters.set("stored", parts.stored().read());
                    Reply.json(exchange, 200, meters);
                }
                case "POST meters/reset" -> {
                    parts.meters().reset();
                    exchange.setStatusCode(204).endExchange();
                }
                case "POST faults" -> {
                    parts.faults().order(fault(Json.parse(Reply.body(exchange))));
                    exchange.setStatusCode(204).endExchange();
                }
                case "DELETE faults" -> {
                    parts.faults().clear();
                    exchange.setStatusCode(204).endExchange();
                }
                case "POST token" -> token(exchange);
                case "POST restore" -> restore(exchange);
                default -> other(exchange, door);
            }
        } catch (IllegalArgumentException | UncheckedIOException notUnderstood) {
            Reply.message(exchange, 400, String.valueOf(notUnderstood.getMessage()));
        }
    }

    private void other(HttpServerExchange exchange, String door) throws IOException, InterruptedException {
        if (door.startsWith("POST queues/") && door.endsWith("/redrive")) {
            String name = door.substring("POST queues/".length(), door.length() - "/redrive".length());
            Reply.json(exchange, 200, Json.object().put("moved", parts.queues().redrive(name)));
        } else {
            Reply.message(exchange, 404, "Not Found");
        }
    }

    private ObjectNode ps() throws IOException, InterruptedException {
        ObjectNode ps = Json.object()
                .put("baseUrl", parts.server().toString())
                .put("pid", ProcessHandle.current().pid());
        ps.set("functions", parts.lambda().describe());
        ps.set("queues", parts.queues().describe());
        var sources = ps.putArray("sources");
        parts.sources().forEach(source -> sources.add(source.describe()));
        return ps;
    }

    private static Faults.Fault fault(JsonNode order) {
        String service = order.path("service").asText();
        if (!List.of("dynamodb", "sqs", "lambda").contains(service)) {
            throw new IllegalArgumentException("\"service\" must be dynamodb, sqs or lambda.");
        }
        return new Faults.Fault(
                service,
                order.path("operation").asText(),
                order.path("status").asInt(500),
                order.path("code").asText("InternalServerError"),
                Math.max(1, order.path("count").asInt(1)));
    }

    private void restore(HttpServerExchange exchange) throws IOException, InterruptedException {
        JsonNode order = Json.parse(Reply.body(exchange));
        try {
            double millis =
                    parts.lambda().restoreMillis(order.path("function").asText(), Json.bytes(order.path("event")));
            Reply.json(exchange, 200, Json.object().put("millis", millis));
        } catch (IOException notMeasured) {
            Reply.message(exchange, 500, String.valueOf(notMeasured.getMessage()));
        }
    }

    private void token(HttpServerExchange exchange) throws IOException {
        String email = Json.parse(Reply.body(exchange)).path("email").asText();
        if (!email.contains("@")) {
            throw new IllegalArgumentException("\"email\" must be an e-mail address.");
        }
        Stack.Pool pool = parts.stack().pools().stream()
                .filter(each -> !each.clients().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The template has no user pool with a client."));
        String token =
                parts.tokens().issue(pool.issuer(parts.server()), pool.clients().getFirst(), email);
        Reply.json(exchange, 200, Json.object().put("token", token).put("tokenType", "Bearer"));
    }
}
