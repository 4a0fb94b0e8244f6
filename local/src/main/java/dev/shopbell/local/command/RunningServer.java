package dev.shopbell.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.up.Home;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The server that {@code ./bot up} runs, over HTTP. Calls block, for 30 seconds at most. */
public final class RunningServer {
    private static final int USUAL_PORT = 8080;
    private static final Path WHERE_IT_RUNS = Home.directory().resolve(Path.of("target", "local", "up.json"));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    public RunningServer(URI base) {
        this.base = base;
    }

    /** The one at {@code --port}, else the one that noted where it runs, else the one at port 8080. */
    public static RunningServer of(Arguments arguments) throws CommandFailure {
        if (arguments.option("port").isEmpty() && Files.exists(WHERE_IT_RUNS)) {
            try {
                var up = Json.read(WHERE_IT_RUNS);
                if (ProcessHandle.of(up.path("pid").asLong()).isPresent()) {
                    return new RunningServer(URI.create(up.path("baseUrl").asText()));
                }
            } catch (IOException | IllegalArgumentException e) {
                throw new CommandFailure(
                        WHERE_IT_RUNS + " cannot be read. Delete it, or name the port: --port 8080.", e);
            }
        }
        return new RunningServer(URI.create("http://127.0.0.1:" + arguments.number("port", USUAL_PORT)));
    }

    public URI base() {
        return base;
    }

    public HttpClient http() {
        return http;
    }

    /** A request's answer as it came, whatever its status. */
    public HttpResponse<String> exchange(HttpRequest.Builder request) throws CommandFailure {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new CommandFailure("Nothing answers at " + base + ". Start it: ./bot up", e);
        } catch (IOException e) {
            throw new CommandFailure(
                    base + " broke off: " + e.getMessage() + ". Look at what ./bot up printed, and try again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    /** @throws CommandFailure unless the answer is JSON with a status of 2xx */
    public JsonNode get(String path, Map<String, String> headers) throws CommandFailure {
        var request = to(path).GET();
        headers.forEach(request::header);
        return json(path, exchange(request));
    }

    public JsonNode get(String path) throws CommandFailure {
        return get(path, Map.of());
    }

    /** @throws CommandFailure unless the answer is JSON with a status of 2xx */
    public JsonNode post(String path, JsonNode body, Map<String, String> headers) throws CommandFailure {
        var request =
                to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(Json.text(body)));
        headers.forEach(request::header);
        return json(path, exchange(request));
    }

    public JsonNode post(String path, JsonNode body) throws CommandFailure {
        return post(path, body, Map.of());
    }

    /** The headers of a signed-in agent. */
    public Map<String, String> signedIn(String email) throws CommandFailure {
        var token = post("/_local/token", Json.object().put("email", email))
                .path("token")
                .asText();
        return Map.of("Authorization", "Bearer " + token);
    }

    private JsonNode json(String path, HttpResponse<String> response) throws CommandFailure {
        if (response.statusCode() / 100 != 2) {
            throw new CommandFailure(base + path + " answered " + response.statusCode() + ": " + response.body());
        }
        try {
            return response.body().isBlank() ? Json.object() : Json.read(response.body());
        } catch (IOException e) {
            throw new CommandFailure(
                    base + path + " did not answer JSON. Is that the server that ./bot up started?", e);
        }
    }
}
