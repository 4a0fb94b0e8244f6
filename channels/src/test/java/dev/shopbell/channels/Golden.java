package dev.shopbell.channels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Golden files in {@code src/test/resources/golden}. Run the tests with {@code -Dgolden.write=true} to write them anew, and read
 * the difference before committing it.
 */
final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    static String of(String name, String written) {
        try {
            var file = FOLDER.resolve(name + ".txt");
            if (Boolean.getBoolean("golden.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, written);
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("No golden file for " + name + ". Write it: -Dgolden.write=true", e);
        }
    }
}
