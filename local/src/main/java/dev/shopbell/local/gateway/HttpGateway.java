package dev.shopbell.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.engine.Meters;
import dev.shopbell.local.identity.Tokens;
import dev.shopbell.local.lambda.InvocationResult;
import dev.shopbell.local.lambda.Lambda;
import dev.shopbell.local.template.EventSpec;
import dev.shopbell.local.template.FunctionSpec;
import dev.shopbell.local.template.Stack;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.Reply;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The HTTP API: finds the route, checks the token, invokes the function, sends what it returned. */
public final class HttpGateway implements HttpHandler {
    private static final int BODY_LIMIT_BYTES = 10 * 1024 * 1024;
    private static final int TIMEOUT_SECONDS = 30; // API Gateway developer guide, "Quotas for HTTP APIs"
    /** Set by the server itself. */
    private static final Set<String> NOT_COPIED = Set.of("content-length", "transfer-encoding", "connection", "date");

    private final Stack.HttpApi api;
    private final Routes routes;
    private final Cors cors;
    private final Lambda lambda;
    private final Tokens tokens;
    private final Meters meters;

    /** Serves the routes of all functions. */
    public HttpGateway(Stack.HttpApi api, List<FunctionSpec> functions, Lambda lambda, Tokens tokens, Meters meters) {
        this.api = api;
        this.cors = new Cors(api.cors());
        this.lambda = lambda;
        this.tokens = tokens;
        this.meters = meters;
        List<Routes.Route> all = new ArrayList<>();
        for (FunctionSpec function : functions) {
            for (EventSpec event : function.events()) {
                if (event instanceof EventSpec.Http http) {
                    all.add(new Routes.Route(http.method(), http.path(), function.id(), http.authorizer()));
                }
            }
        }
        this.routes = new Routes(all);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException, InterruptedException {
        meters.add(1, "gateway", api.id(), "requests");
        if (cors.isPreflight(exchange)) {
            cors.preflight(exchange);
            return;
        }
        cors.allow(exchange);
        byte[] body;
        try {
            body = Reply.body(exchange, BODY_LIMIT_BYTES);
        } catch (Reply.TooLarge tooLarge) {
            exchange.setPersistent(false);
            Reply.message(exchange, 413, "Request Entity Too Large");
            return;
        }
        meters.add(body.length, "gateway", api.id(), "requestBytes");
        HttpEvent.Request request = request(exchange, body);
        Optional<Routes.Match> match = routes.match(request.method(), request.rawPath());
        if (match.isEmpty()) {
            Reply.message(exchange, 404, "Not Found");
            return;
        }
        Optional<JsonNode> claims = Optional.empty();
        Optional<Stack.JwtAuthorizer> authorizer =
                match.get().route().authorizer().map(name -> api.authorizers().get(name));
        if (authorizer.isPresent()) {
            claims = tokens.claims(request.header("authorization").orElse(""), authorizer.get());
            if (claims.isEmpty()) {
                exchange.getResponseHeaders().put(new HttpString("www-authenticate"), "Bearer");
                Reply.message(exchange, 401, "Unauthorized");
                return;
            }
        }
        invoke(exchange, match.get(), HttpEvent.of(request, match.get(), api.id(), claims, Instant.now()));
    }

    private void invoke(HttpServerExchange exchange, Routes.Match match, JsonNode event) throws InterruptedException {
        try {
            InvocationResult result =
                    lambda.invoke(match.route().function(), Json.bytes(event)).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            Optional<HttpAnswer> answer = result.failed() ? Optional.empty() : HttpAnswer.of(result.payload());
            if (answer.isPresent()) {
                send(exchange, answer.get());
            } else {
                Reply.message(exchange, 500, "Internal Server Error");
            }
        } catch (TimeoutException late) {
            Reply.message(exchange, 503, "Service Unavailable");
        } catch (ExecutionException failed) {
            Reply.message(exchange, 500, "Internal Server Error");
        }
    }

    private void send(HttpServerExchange exchange, HttpAnswer answer) {
        exchange.setStatusCode(answer.status());
        answer.headers().forEach((name, value) -> {
            boolean corsIsOurs = cors.isConfigured() && name.startsWith("access-control-");
            if (!NOT_COPIED.contains(name) && !corsIsOurs) {
                exchange.getResponseHeaders().put(new HttpString(name), value);
            }
        });
        answer.cookies().forEach(cookie -> exchange.getResponseHeaders().add(new HttpString("set-cookie"), cookie));
        meters.add(answer.body().length, "gateway", api.id(), "responseBytes");
        if (answer.status() == 204 || answer.status() == 304) {
            exchange.endExchange();
        } else {
            Reply.send(exchange, answer.body());
        }
    }

    static HttpEvent.Request request(HttpServerExchange exchange, byte[] body) {
        return new HttpEvent.Request(
                exchange.getRequestMethod().toString(),
                exchange.getRequestURI(),
                exchange.getQueryString(),
                exchange.getProtocol().toString(),
                exchange.getHostName(),
                exchange.getSourceAddress().getAddress().getHostAddress(),
                headers(exchange),
                body);
    }

    private static Map<String, List<String>> headers(HttpServerExchange exchange) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach(header ->
                        headers.put(header.getHeaderName().toString().toLowerCase(Locale.ROOT), List.copyOf(header)));
        headers.put(
                "x-forwarded-for",
                List.of(exchange.getSourceAddress().getAddress().getHostAddress()));
        headers.put("x-forwarded-port", List.of(Integer.toString(exchange.getHostPort())));
        headers.put("x-forwarded-proto", List.of("http"));
        return headers;
    }
}
