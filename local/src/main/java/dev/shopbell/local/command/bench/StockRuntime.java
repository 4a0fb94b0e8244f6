package dev.shopbell.local.command.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.shopbell.local.command.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Just enough of Lambda, DynamoDB and SQS for one invocation of the stock function: it takes one write and one message and
 * answers both at once, so that the stock function never waits for an engine. Source: docs.aws.amazon.com/lambda, "Using the
 * Lambda runtime API".
 */
final class StockRuntime implements AutoCloseable {
    private static final String RUNTIME = "/2018-06-01/runtime/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<String> outcome = new CompletableFuture<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private boolean handedOut;

    StockRuntime() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(RUNTIME, this::runtime);
        server.createContext("/", this::service);
        server.start();
    }

    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** What the function answered; it begins with {@code error} if it failed. */
    CompletableFuture<String> outcome() {
        return outcome;
    }

    private void runtime(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var path = exchange.getRequestURI().getPath();
        if (path.endsWith("/next")) {
            next(exchange);
        } else if (path.endsWith("/response")) {
            outcome.complete(body);
            answer(exchange, 202, "{}");
        } else {
            outcome.complete("error " + path + " " + body);
            answer(exchange, 202, "{}");
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        synchronized (this) {
            if (!handedOut) {
                handedOut = true;
                var headers = exchange.getResponseHeaders();
                headers.set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
                headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 60_000));
                headers.set(
                        "Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:000000000000:function:stock");
                headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
                headers.set("Content-Type", "application/json");
                answer(exchange, 200, "{}");
                return;
            }
        }
        try {
            end.await(); // there is no second invocation
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private void service(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        if (target.endsWith("SendMessage")) {
            var message = Json.read(body).path("MessageBody").asText();
            answer(
                    exchange,
                    200,
                    Json.text(Json.object()
                            .put("MessageId", UUID.randomUUID().toString())
                            .put("MD5OfMessageBody", md5(message))
                            .put("SequenceNumber", "1")));
        } else {
            answer(exchange, 200, "{}");
        }
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
