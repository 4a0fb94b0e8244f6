package dev.shopbell.channels.road;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A table of {@code docs/sending-rules.md}. */
final class DocsTable {

    private DocsTable() {}

    /** The rows of the table whose head begins with these words; without the line below it. */
    static Stream<List<String>> under(String... head) throws IOException {
        var rows = Files.readAllLines(Path.of("../docs/sending-rules.md")).stream()
                .dropWhile(line ->
                        !cells(line).stream().limit(head.length).toList().equals(List.of(head)))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(DocsTable::cells)
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalStateException("docs/sending-rules.md has no table under " + List.of(head));
        }
        return rows.stream();
    }

    private static List<String> cells(String line) {
        var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        return cells.size() < 3 ? List.of() : cells.subList(1, cells.size() - 1);
    }
}
