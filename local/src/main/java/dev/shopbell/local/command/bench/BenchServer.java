package dev.shopbell.local.command.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.command.Arguments;
import dev.shopbell.local.command.CommandFailure;
import dev.shopbell.local.command.RunningServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The system under test: a server of our own, unless a port is named where one runs. */
final class BenchServer implements AutoCloseable {
    /** Nothing goes idle while it is measured. */
    private static final int IDLE_SECONDS = 600;

    /** As the template has it for AWS; the laptop counts every two seconds, so that the owner sees it at once. */
    private static final int COUNT_EVERY_SECONDS = 60;

    /** Customers of the benchmark have numbers in North America, where a short code sends a hundred a second. */
    private static final int SHORT_CODE = 100;

    private final RunningServer server;
    private final Optional<Process> own;

    private BenchServer(RunningServer server, Optional<Process> own) {
        this.server = server;
        this.own = own;
    }

    static BenchServer start(Arguments arguments) throws CommandFailure, IOException {
        if (arguments.option("port").isPresent()) {
            return new BenchServer(RunningServer.of(arguments), Optional.empty());
        }
        var port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.contains("SharedArchive")) // this process writes that one when it ends
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        var settings = Files.createTempFile("shopbell-bench", ".env");
        settings.toFile().deleteOnExit();
        Files.writeString(
                settings,
                "COUNT_EVERY_SECONDS=" + COUNT_EVERY_SECONDS + "\nAWSSMS_SENDS_PER_SECOND=" + SHORT_CODE + "\n");
        command.addAll(List.of("dev.shopbell.local.Main", "up", "--port", "" + port, "--idle", "" + IDLE_SECONDS));
        command.addAll(List.of("--env", settings.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var lines = process.inputReader();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("Ready:")) {
                Thread.ofPlatform().daemon().start(() -> drain(lines));
                var ready = new RunningServer(
                        URI.create(line.substring("Ready:".length()).strip()));
                return new BenchServer(ready, Optional.of(process));
            }
            System.out.println("  " + line);
        }
        throw new CommandFailure("./bot up did not get ready; see above.");
    }

    /** What the server prints from here on must not fill the pipe. */
    private static void drain(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {
                // Not of interest.
            }
        } catch (IOException ended) {
            // The server was stopped: that is the end of its words, too.
        }
    }

    RunningServer server() {
        return server;
    }

    /** Waits until every function has its start-up cache, so that making them does not disturb. */
    void awaitStartupCaches(Duration patience) throws CommandFailure, InterruptedException {
        await(patience, functions -> {
            for (var function : functions) {
                if (!function.path("startupCache").asBoolean(true)) {
                    return false;
                }
            }
            return true;
        });
    }

    /**
     * Ends every execution environment, as a long idle time would, and waits until none is left.
     *
     * @return false if some stay
     */
    boolean backToZero(Duration patience) throws CommandFailure, InterruptedException {
        return await(patience, functions -> {
            var zero = true;
            for (var function : functions) {
                for (var environment : function.path("environments")) {
                    zero = false; // one that was at work is started again by Lambda's retry: then that one ends, too
                    ProcessHandle.of(environment.path("pid").asLong()).ifPresent(ProcessHandle::destroyForcibly);
                }
            }
            return zero;
        });
    }

    private interface Condition {
        boolean holds(JsonNode functions);
    }

    private boolean await(Duration patience, Condition condition) throws CommandFailure, InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!condition.holds(server.get("/_local/ps").path("functions"))) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(300);
        }
        return true;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        own.ifPresent(process -> {
            process.destroy();
            process.onExit()
                    .orTimeout(15, java.util.concurrent.TimeUnit.SECONDS)
                    .exceptionally(late -> {
                        return process.destroyForcibly();
                    })
                    .join();
        });
    }
}
