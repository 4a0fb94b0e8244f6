package dev.shopbell.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where AWS is to be found: at {@code AWS_ENDPOINT_URL}, or else in the embedded engines, which then run as a child process
 * until this one ends.
 */
record Endpoints(URI dynamoDb, URI sqs) {

    static final Endpoints ALL = find();

    private static Endpoints find() {
        var given = System.getenv("AWS_ENDPOINT_URL");
        if (given != null && !given.isBlank()) {
            return new Endpoints(URI.create(given), URI.create(given));
        }
        try {
            return start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Endpoints start() throws IOException {
        // Its input is a pipe of this process: when this process ends, however it does, so do the engines.
        var engines =
                new ProcessBuilder(command()).redirectError(Redirect.INHERIT).start();
        var line = engines.inputReader().readLine();
        if (line == null) {
            throw new IOException("The engines ended before they were ready; they have said why");
        }
        var addresses = new ObjectMapper().readTree(line);
        return new Endpoints(
                URI.create(addresses.path("dynamodb").asText()),
                URI.create(addresses.path("sqs").asText()));
    }

    /** What {@code ./bot engines} does, but never a build in the middle of one. */
    private static List<String> command() throws IOException {
        var built = Path.of("..", "local", "target").toRealPath();
        var lib = built.resolve("lib");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.add("-Dsqlite4java.library.path=" + lib);
        if (Runtime.version().feature() >= 23) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of("-cp", built.resolve("classes") + File.pathSeparator + lib.resolve("*")));
        command.addAll(List.of("dev.shopbell.local.Main", "engines"));
        return command;
    }
}
