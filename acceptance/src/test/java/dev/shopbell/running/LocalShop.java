package dev.shopbell.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code ./bot up} as a child process, as it is on anybody's laptop unless options say otherwise. */
public final class LocalShop implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Process process;
    private final URI url;
    private final Thread ending = new Thread(this::close);
    private final CountDownLatch ready = new CountDownLatch(1);
    private JsonNode noted = MissingNode.getInstance();
    private final List<String> printed = Collections.synchronizedList(new ArrayList<>());

    private LocalShop(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** A port that nobody listens on. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it on a free port and waits until it serves. */
    public static LocalShop start(String... options) {
        return startAt(freePort(), List.of(options));
    }

    /**
     * Starts it and waits until it serves.
     *
     * @throws AssertionError with all it printed, if it does not within five minutes
     */
    public static LocalShop startAt(int port, List<String> options) {
        var arguments = new ArrayList<>(List.of("up", "--port", Integer.toString(port)));
        arguments.addAll(options);
        try {
            var shop = new LocalShop(Bot.builder(arguments).start(), URI.create("http://127.0.0.1:" + port));
            Runtime.getRuntime().addShutdownHook(shop.ending); // it must not outlive tests that are broken off
            // Not a virtual one: reading a pipe holds its carrier, and two cores have two.
            Thread.ofPlatform().daemon().start(shop::read);
            if (!shop.ready.await(START.toSeconds(), TimeUnit.SECONDS) || !shop.process.isAlive()) {
                shop.close();
                throw new AssertionError("./bot up did not get ready:\n" + String.join("\n", shop.printed()));
            }
            shop.noted = shop.readNote();
            return shop;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while ./bot up started", e);
        }
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

    /** Without a slash at its end. */
    public URI url() {
        return url;
    }

    /** All lines that it has printed so far. */
    public List<String> printed() {
        synchronized (printed) {
            return List.copyOf(printed);
        }
    }

    /**
     * Where the embedded engine of a service listens.
     *
     * @param service {@code dynamodb} or {@code sqs}
     */
    public URI endpoint(String service) {
        return URI.create(noted.path("endpoints").path(service).asText());
    }

    /** What it noted for the other commands: the newest server's word, so it is read at once. */
    private JsonNode readNote() throws IOException {
        var note = new ObjectMapper()
                .readTree(Bot.home()
                        .resolve(Path.of("target", "local", "up.json"))
                        .toFile());
        if (note.path("pid").asLong() != process.pid()) {
            throw new AssertionError("./bot up did not note where it runs; there is: " + note);
        }
        return note;
    }

    /** Asks it to stop, as Ctrl-C and a machine that shuts down do, and waits for it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
