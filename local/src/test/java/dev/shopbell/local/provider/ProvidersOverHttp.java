package dev.shopbell.local.provider;

import dev.shopbell.local.LocalServer;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The stand-ins behind a server, and a webhook that hears them. */
abstract class ProvidersOverHttp {
    static final String HELLO =
            "{\"recipient\":{\"id\":\"+ana\"},\"message\":{\"text\":\"Hello\",\"metadata\":\"tag\"}}";

    final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final BlockingQueue<String> webhook = new LinkedBlockingQueue<>();
    final BlockingQueue<String> signatures = new LinkedBlockingQueue<>();
    final AtomicInteger refusals = new AtomicInteger();
    final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor();
    String secrets = "token";
    HttpHandler site = this::hear;
    URI base = URI.create("http://127.0.0.1");
    final Undertow server = Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setServerOption(UndertowOptions.DECODE_URL, false) // as the local server has it
            .setHandler(new BlockingHandler(exchange -> {
                if (exchange.getRequestPath().startsWith("/_providers")) {
                    site.handleRequest(exchange);
                } else {
                    hear(exchange);
                }
            }))
            .build();

    @BeforeEach
    void start() {
        server.start();
        var address = (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
        base = URI.create("http://127.0.0.1:" + address.getPort());
        site = new Providers().handler(new Local());
    }

    @AfterEach
    void stop() {
        server.stop();
        background.shutdownNow();
    }

    HttpResponse<String> getKnown(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer token");
        return http.send(request.build(), BodyHandlers.ofString());
    }

    void hear(HttpServerExchange exchange) throws IOException {
        var body = new String(exchange.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        exchange.setStatusCode(refusals.getAndDecrement() > 0 ? 503 : 200);
        var headers = exchange.getRequestHeaders();
        for (var name : List.of("X-Hub-Signature-256", "X-Twilio-Signature")) {
            if (headers.contains(name)) {
                signatures.add(headers.getFirst(name));
            }
        }
        webhook.add(body);
    }

    String heard() throws InterruptedException {
        return String.valueOf(webhook.poll(5, TimeUnit.SECONDS));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(4))
                .header("Authorization", "Bearer token")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private final class Local implements LocalServer {
        @Override
        public URI baseUrl() {
            return base;
        }

        @Override
        public String setting(String name) {
            return switch (name) {
                case "PUBLIC_BASE_URL" -> base.toString();
                case "TWILIO_ACCOUNT_SID" -> "sid";
                case "META_APP_SECRET", "TWILIO_AUTH_TOKEN", "SNS_TOPIC_ARNS" -> secrets;
                default -> "token";
            };
        }

        @Override
        public ScheduledExecutorService background() {
            return background;
        }
    }
}
