package dev.shopbell.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.shopbell.definition.BotDefinition;
import dev.shopbell.definition.BotFiles;
import dev.shopbell.definition.InvalidBotException;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.RequestSigner;
import dev.shopbell.platform.SignedCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A service of AWS's on this machine: answers what it is told to, and keeps what it was asked. */
final class RecordedService implements AutoCloseable {

    static final BotDefinition BAKERY = bakery();

    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Asked> asked = new ArrayList<>();
    private int status = 200;
    private String errorType = "";
    private String body = "{}";
    private boolean silent;

    record Asked(String path, String authorization, JsonNode body) {}

    RecordedService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How the service is reached, signed as that one. */
    Service as(String signingName) {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret"));
        return new Service(
                "The service",
                signingName + ":Ask",
                "LexBotId",
                new SignedCall(new RequestSigner(signingName, "eu-west-1", credentials), Duration.ofMillis(500)));
    }

    RecordedService answers(String fileOrJson) {
        body = fileOrJson.startsWith("{") ? fileOrJson : file(fileOrJson);
        return this;
    }

    RecordedService fails(int status, String errorType) {
        this.status = status;
        this.errorType = errorType;
        body = "{\"message\":\"no\"}";
        return this;
    }

    RecordedService staysSilent() {
        silent = true;
        return this;
    }

    Asked asked() {
        return asked.getLast();
    }

    int requests() {
        return asked.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new Asked(
                    exchange.getRequestURI().getRawPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    Json.read(exchange.getRequestBody())));
            if (silent) {
                closing.await();
                return;
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            if (!errorType.isEmpty()) {
                exchange.getResponseHeaders().add("x-amzn-ErrorType", errorType);
            }
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String file(String name) {
        try {
            return Files.readString(Path.of("../../events/engine", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BotDefinition bakery() {
        try {
            return BotFiles.read(Path.of("../../bots/bakery"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidBotException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
