package dev.shopbell.nlu.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Word lists that travel with the program: cells between tabs, {@code #} begins a comment. */
final class Lists {
    private Lists() {}

    static List<List<String>> read(String resource) {
        var lines = new ArrayList<List<String>>();
        var stream = Objects.requireNonNull(
                Lists.class.getResourceAsStream(resource), resource + " is missing in the package");
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    lines.add(List.of(line.split("\t", -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
