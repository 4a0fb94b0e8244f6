package dev.shopbell.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shopbell.local.engine.Meters;
import dev.shopbell.local.template.FunctionSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What functions print: a file for each, and the console if that was asked for. */
public final class FunctionLogs {
    private static final String JVM_NOISE = "Picked up JAVA_TOOL_OPTIONS";

    private final Path directory;
    private final boolean onConsole;
    private final Meters meters;

    /** Logs into a directory, which is made if need be. */
    public FunctionLogs(Path directory, boolean onConsole, Meters meters) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.onConsole = onConsole;
        this.meters = meters;
    }

    /** The file of a function. */
    public Path file(String functionId) {
        return directory.resolve(functionId + ".log");
    }

    /** Copies a process's output until it ends. */
    void follow(FunctionSpec function, Process process) {
        Thread.ofPlatform().daemon().name("log-" + function.id()).start(() -> copy(function.id(), process));
    }

    private void copy(String id, Process process) {
        try (BufferedReader lines = process.inputReader(UTF_8);
                OutputStream file =
                        Files.newOutputStream(file(id), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith(JVM_NOISE)) {
                    continue;
                }
                byte[] bytes = (line + "\n").getBytes(UTF_8);
                file.write(bytes);
                meters.add(bytes.length, "logs", id, "bytes");
                if (onConsole) {
                    System.out.println("[" + id + "] " + line);
                }
            }
        } catch (IOException closed) {
            if (process.isAlive()) {
                System.err.println("The log of " + id + " is lost from here on: " + closed.getMessage());
            }
        }
    }
}
