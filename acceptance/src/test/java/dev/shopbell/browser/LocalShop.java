package dev.shopbell.browser;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@code ./bot up} as it is on anybody's laptop: its own providers, its own secrets, the bakery. */
final class LocalShop implements AutoCloseable {

    private final Process process;
    private final URI url;

    private LocalShop(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Starts it and waits until it serves. */
    static LocalShop start() throws IOException {
        var port = freePort();
        var process = new ProcessBuilder("./bot", "up", "--port", Integer.toString(port))
                .directory(Path.of("..").toFile())
                .redirectErrorStream(true)
                .start();
        var shop = new LocalShop(process, URI.create("http://127.0.0.1:" + port + "/"));
        Runtime.getRuntime().addShutdownHook(new Thread(shop::close));
        var printed = new StringBuilder();
        var lines = process.inputReader();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            printed.append(line).append('\n');
            if (line.startsWith("Ready: ")) {
                Thread.ofVirtual().start(() -> drain(lines));
                return shop;
            }
        }
        throw new AssertionError("./bot up did not get ready:\n" + printed);
    }

    /** What it prints later is of no interest, but an unread pipe would stop it. */
    private static void drain(Reader printed) {
        try {
            printed.transferTo(Writer.nullWriter());
        } catch (IOException stopped) {
            // Its output ends when it is told to stop.
        }
    }

    URI url() {
        return url;
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
