package dev.shopbell.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The launcher of the checkout that these tests belong to. */
public final class Bot {

    private static final long LONGEST_MINUTES = 3;

    private Bot() {}

    /** The project's directory. */
    public static Path home() {
        try {
            return Path.of("..").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command printed, errors and all, and how it ended. */
    public record Outcome(int code, String output) {}

    /** Runs a command to its end, at most three minutes, with nothing to read. */
    public static Outcome run(String... arguments) {
        return finish(builder(List.of(arguments)), "");
    }

    /**
     * Runs a line as a shell in the project's directory would, to its end, at most three minutes.
     *
     * @param typed what it reads
     */
    public static Outcome shell(String line, String typed) {
        return finish(inHome(List.of("bash", "-c", line)), typed);
    }

    private static Outcome finish(ProcessBuilder builder, String typed) {
        try {
            var input = Files.writeString(Files.createTempFile("bot", ".in"), typed);
            var output = Files.createTempFile("bot", ".out");
            var process = builder.redirectInput(input.toFile())
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", builder.command()) + " did not end within " + LONGEST_MINUTES
                        + " minutes; it printed:\n" + Files.readString(output));
            }
            var outcome = new Outcome(process.exitValue(), Files.readString(output));
            Files.delete(input);
            Files.delete(output);
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a command ran", e);
        }
    }

    static ProcessBuilder builder(List<String> arguments) {
        return inHome(Stream.concat(Stream.of("./bot"), arguments.stream()).toList());
    }

    private static ProcessBuilder inHome(List<String> command) {
        var builder = new ProcessBuilder(command).directory(home().toFile()).redirectErrorStream(true);
        builder.environment().put("SHOPBELL_SKIP_BUILD", "1"); // this runs in the middle of a build
        return builder;
    }
}
