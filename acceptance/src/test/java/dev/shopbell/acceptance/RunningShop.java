package dev.shopbell.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.running.LocalShop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code ./bot up} as a child process, with settings of the test's choosing. */
final class RunningShop implements AutoCloseable {

    static final String TWILIO_SID = "AC0123456789abcdef0123456789abcdef";

    private static final ObjectMapper JSON = new ObjectMapper();
    private final LocalShop local;
    private final Deliveries deliveries;

    private RunningShop(LocalShop local) {
        this.local = local;
        this.deliveries = new Deliveries(local.url());
    }

    /** Starts it and waits until it serves. */
    static RunningShop start(OutsideProvider provider, String... options) {
        return startAt(LocalShop.freePort(), provider, Map.of(), options);
    }

    /**
     * Starts it and waits until it serves.
     *
     * @param settings beside the secrets and the provider's address; template parameters are among them
     */
    static RunningShop startAt(int port, OutsideProvider provider, Map<String, String> settings, String... options) {
        var file = settingsFile("""
                META_APP_SECRET=%s
                META_VERIFY_TOKEN=%s
                MESSENGER_PAGE_TOKEN=page-token
                WHATSAPP_TOKEN=whatsapp-token
                GRAPH_API_URL=%s
                TWILIO_ACCOUNT_SID=%s
                TWILIO_AUTH_TOKEN=%s
                TWILIO_API_URL=%s
                WEB_TOKEN_SECRET=web-secret-of-the-test
                """.formatted(
                                Deliveries.META_SECRET,
                                Deliveries.VERIFY_TOKEN,
                                provider.url(),
                                TWILIO_SID,
                                Deliveries.TWILIO_TOKEN,
                                provider.url())
                + settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                        .collect(Collectors.joining()));
        var all = Stream.concat(Stream.of("--env", file.toString()), Stream.of(options));
        return new RunningShop(LocalShop.startAt(port, all.toList()));
    }

    private static Path settingsFile(String content) {
        try {
            return Files.writeString(Files.createTempFile("shopbell", ".env"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return local.url();
    }

    Deliveries deliveries() {
        return deliveries;
    }

    /** Delivers a message as its provider does: again until it is taken, which the first of a cold start may not be. */
    void deliver(String channel, String from, String id, String text) {
        Await.until(
                "the delivery " + id + " is taken",
                Duration.ofMinutes(1),
                () -> deliveries.say(channel, from, id, text) == 200);
    }

    JsonNode get(String path, String... headers) {
        var request = HttpRequest.newBuilder(url().resolve(path));
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
        var request = HttpRequest.newBuilder(url().resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    int delete(String path) {
        return deliveries
                .send(HttpRequest.newBuilder(url().resolve(path)).DELETE().build())
                .statusCode();
    }

    int statusOfGet(String path) {
        return deliveries
                .send(HttpRequest.newBuilder(url().resolve(path)).build())
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

    /** Ends a function's environments as {@code kill -9} does, and waits until they are gone. */
    void kill(String function) {
        for (var pid : environments(function)) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            Await.until("it is gone", Duration.ofSeconds(10), () -> ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .isEmpty());
        }
    }

    /** How many turns the counters show at the desk. */
    long turnsCounted() {
        var turns = 0L;
        for (var row : get("/desk/api/stats", "Authorization", "Bearer " + agentToken())
                .path("rows")) {
            turns += row.path("turns").asLong();
        }
        return turns;
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

    /** Where the embedded engine of a service listens. */
    URI endpoint(String service) {
        return local.endpoint(service);
    }

    /** Stops it as Ctrl-C does. */
    @Override
    public void close() {
        local.close();
    }
}
