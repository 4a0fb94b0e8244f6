package dev.shopbell.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shopbell.local.template.FunctionSpec;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.Reply;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lambda's API for callers. Source: Lambda API reference, "Invoke" and "GetFunctionConfiguration". */
public final class InvokeApi implements HttpHandler {
    /** Where this API begins. */
    public static final String PREFIX = "/2015-03-31/functions/";

    private static final Pattern PATH = Pattern.compile(PREFIX + "([^/]+)/(invocations|configuration)");
    private static final int PAYLOAD_LIMIT_BYTES = 6 * 1024 * 1024 + 100;

    private final Lambda lambda;

    /** Serves these functions. */
    public InvokeApi(Lambda lambda) {
        this.lambda = lambda;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException, InterruptedException {
        Matcher path = PATH.matcher(exchange.getRequestURI());
        if (!path.matches()) {
            refuse(exchange, 404, "ResourceNotFoundException", "There is no such operation here.");
            return;
        }
        String reference = URLDecoder.decode(path.group(1).replace("+", "%2B"), UTF_8);
        Optional<FunctionSpec> function = lambda.find(reference);
        if (function.isEmpty()) {
            refuse(exchange, 404, "ResourceNotFoundException", "Function not found: " + reference);
        } else if (path.group(2).equals("configuration")) {
            configuration(exchange, function.get());
        } else {
            invoke(exchange, function.get());
        }
    }

    private void invoke(HttpServerExchange exchange, FunctionSpec function) throws IOException, InterruptedException {
        byte[] payload;
        try {
            payload = Reply.body(exchange, PAYLOAD_LIMIT_BYTES);
        } catch (Reply.TooLarge tooLarge) {
            refuse(exchange, 413, "RequestTooLargeException", "Request must be smaller than 6291556 bytes");
            return;
        }
        String type = exchange.getRequestHeaders().getFirst("X-Amz-Invocation-Type");
        if ("Event".equals(type)) {
            lambda.invokeLater(function.id(), payload);
            Reply.bytes(exchange, 202, "application/json", Map.of(), new byte[0]);
        } else if ("DryRun".equals(type)) {
            exchange.setStatusCode(204).endExchange();
        } else {
            try {
                InvocationResult result = lambda.invoke(function.id(), payload).get();
                Map<String, String> headers = result.failed()
                        ? Map.of("X-Amz-Function-Error", "Unhandled", "X-Amz-Executed-Version", "1")
                        : Map.of("X-Amz-Executed-Version", "1");
                Reply.bytes(exchange, 200, "application/json", headers, result.payload());
            } catch (ExecutionException impossible) {
                throw new IOException(impossible);
            }
        }
    }

    private static void configuration(HttpServerExchange exchange, FunctionSpec function) {
        Reply.json(
                exchange,
                200,
                Json.object()
                        .put("FunctionName", function.name())
                        .put("FunctionArn", function.arn())
                        .put("Handler", function.handler())
                        .put("MemorySize", function.memoryMegabytes())
                        .put("Timeout", function.timeout().toSeconds())
                        .put("State", "Active"));
    }

    private static void refuse(HttpServerExchange exchange, int status, String code, String message) {
        exchange.getResponseHeaders().put(new io.undertow.util.HttpString("x-amzn-ErrorType"), code);
        Reply.json(exchange, status, Json.object().put("Type", "User").put("Message", message));
    }
}
