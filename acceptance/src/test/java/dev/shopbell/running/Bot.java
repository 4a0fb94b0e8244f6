package dev.shopbell.running;

import java.io.File;
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
        return run("", List.of(arguments));
    }

    /**
     * Runs a command to its end, at most three minutes.
     *
     * @param typed what it reads
     */
    public static Outcome run(String typed, List<String> arguments) {
        try {
            var input = Files.writeString(Files.createTempFile("bot", ".in"), typed);
            var output = Files.createTempFile("bot", ".out");
            var process = builder(arguments)
                    .redirectInput(input.toFile())
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("./bot " + String.join(" ", arguments) + " did not end within "
                        + LONGEST_MINUTES + " minutes; it printed:\n" + Files.readString(output));
            }
            var outcome = new Outcome(process.exitValue(), Files.readString(output));
            Files.delete(input);
            Files.delete(output);
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while ./bot ran", e);
        }
    }

    static ProcessBuilder builder(List<String> arguments) {
        var command = Stream.concat(Stream.of("." + File.separator + "bot"), arguments.stream());
        var builder =
                new ProcessBuilder(command.toList()).directory(home().toFile()).redirectErrorStream(true);
        builder.environment().put("SHOPBELL_SKIP_BUILD", "1"); // this runs in the middle of a build
        return builder;
    }
}
