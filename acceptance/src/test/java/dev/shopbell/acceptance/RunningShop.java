package dev.shopbell.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code ./bot up} as a child process, with settings of the test's choosing. */
final class RunningShop implements AutoCloseable {

    static final String TWILIO_SID = "AC0123456789abcdef0123456789abcdef";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START = Duration.ofMinutes(5);

    private final Process process;
    private final URI url;
    private final Deliveries deliveries;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final List<String> printed = java.util.Collections.synchronizedList(new ArrayList<>());

    private RunningShop(Process process, URI url) {
        this.process = process;
        this.url = url;
        this.deliveries = new Deliveries(url);
        Thread.ofVirtual().start(this::read);
    }

    /** Starts it and waits until it serves. */
    static RunningShop start(OutsideProvider provider, String... options) throws IOException, InterruptedException {
        var port = freePort();
        var url = URI.create("http://127.0.0.1:" + port);
        var settings = Files.createTempFile("shopbell", ".env");
        Files.writeString(settings, """
                META_APP_SECRET=%s
                META_VERIFY_TOKEN=%s
                MESSENGER_PAGE_TOKEN=page-token
                WHATSAPP_TOKEN=whatsapp-token
                GRAPH_API_URL=%s
                TWILIO_ACCOUNT_SID=%s
                TWILIO_AUTH_TOKEN=%s
                TWILIO_API_URL=%s
                PUBLIC_BASE_URL=%s
                WEB_TOKEN_SECRET=web-secret-of-the-test
                """.formatted(
                        Deliveries.META_SECRET,
                        Deliveries.VERIFY_TOKEN,
                        provider.url(),
                        TWILIO_SID,
                        Deliveries.TWILIO_TOKEN,
                        provider.url(),
                        url));
        var command = new ArrayList<String>(
                List.of("./bot", "up", "--port", Integer.toString(port), "--env", settings.toString()));
        command.addAll(List.of(options));
        var home = Path.of("..").toRealPath();
        var builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().put("SHOPBELL_SKIP_BUILD", "1"); // this runs in the middle of a build
        var process = builder.start();
        var shop = new RunningShop(process, url);
        Runtime.getRuntime().addShutdownHook(new Thread(shop::close));
        if (!shop.ready.await(START.toSeconds(), TimeUnit.SECONDS) || !process.isAlive()) {
            shop.close();
            throw new AssertionError("./bot up did not get ready:\n" + String.join("\n", shop.printed));
        }
        return shop;
    }

    private void read() {
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.add(line);
                if (line.startsWith("Ready: ")) {
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            printed.add("(its output ended: " + e.getMessage() + ")");
        }
        ready.countDown();
    }

    URI url() {
        return url;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    JsonNode get(String path, String... headers) {
        var request = HttpRequest.newBuilder(url.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return json(deliveries.send(request.build()).body());
    }

    JsonNode post(String path, String body, String... headers) {
        return json(deliveries.send(posting(path, body, headers)).body());
    }

    int statusOfPost(String path, String body, String... headers) {
        return deliveries.send(posting(path, body, headers)).statusCode();
    }

    private HttpRequest posting(String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(url.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    int statusOfGet(String path) {
        return deliveries
                .send(HttpRequest.newBuilder(url.resolve(path)).build())
                .statusCode();
    }

    JsonNode ps() {
        return get("/_local/ps");
    }

    /** The process ids of a function's environments; of all functions if the name is empty. */
    List<Long> environments(String function) {
        var pids = new ArrayList<Long>();
        for (var one : ps().path("functions")) {
            if (function.isEmpty() || one.path("id").asText().equals(function)) {
                one.path("environments").forEach(e -> pids.add(e.path("pid").asLong()));
            }
        }
        return pids;
    }

    JsonNode queue(String part) {
        for (var one : ps().path("queues")) {
            if (one.path("name").asText().contains(part)) {
                return one;
            }
        }
        throw new AssertionError("There is no queue named like " + part);
    }

    /** Whether mail waits or is being worked on. */
    boolean queueHolds() {
        var inbound = queue("inbound.fifo");
        return inbound.path("visible").asInt()
                        + inbound.path("inFlight").asInt()
                        + inbound.path("delayed").asInt()
                > 0;
    }

    String agentToken() {
        return post("/_local/token", "{\"email\":\"eva@example.com\"}")
                .path("token")
                .asText();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
