package dev.shopbell.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command of somebody else's, if this machine has it.
 *
 * @param file where it is
 */
public record Tool(Path file) {

    private static final int LONGEST_LINE = 256;
    private static final Pattern PYTHON = Pattern.compile("#!\\s*(/\\S*/python[\\d.]*)\\s*");

    /** Looks along the {@code PATH}; a name that is there but cannot tell its version does not count. */
    public static Optional<Tool> find(String name) {
        return all(name)
                .filter(tool -> tool.run(Path.of("."), List.of("--version")).code() == 0)
                .findFirst();
    }

    /**
     * The Python that runs a tool written in it, as its first line says. A tool of that name that something else runs, as the
     * script is that chooses among several Pythons, is passed over.
     */
    public static Optional<Tool> pythonOf(String name) {
        return all(name)
                .map(tool -> PYTHON.matcher(tool.firstLine()))
                .filter(Matcher::matches)
                .map(line -> Path.of(line.group(1)))
                .filter(Files::isExecutable)
                .map(Tool::new)
                .findFirst();
    }

    private static Stream<Tool> all(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Tool::new);
    }

    /** Of a program that is no script, whatever its first bytes are. */
    private String firstLine() {
        try (var bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(LONGEST_LINE), StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it to its end; output and errors are one. */
    public Outcome run(Path directory, List<String> arguments) {
        try {
            var output = Files.createTempFile("tool", ".txt");
            var builder = new ProcessBuilder(Stream.concat(Stream.of(file.toString()), arguments.stream())
                            .toList())
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("AWS_DEFAULT_REGION", "us-east-1");
            builder.environment().put("SAM_CLI_TELEMETRY", "0");
            // It may not look for anybody's credentials; it has no business with any.
            builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
            builder.environment().put("AWS_ACCESS_KEY_ID", "test");
            builder.environment().put("AWS_SECRET_ACCESS_KEY", "test");
            var process = builder.start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Outcome(-1, file + " did not end within 3 minutes");
            }
            var said = Files.readString(output);
            Files.delete(output);
            return new Outcome(process.exitValue(), said);
        } catch (IOException e) {
            return new Outcome(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(-1, "interrupted");
        }
    }

    /** @param code the exit code; -1 if it did not come to one */
    public record Outcome(int code, String output) {}
}
