package dev.shopbell.docs;

import dev.shopbell.running.Bot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page in Markdown, as much of it as says what to type and where to look.
 *
 * @param file within the project's directory
 */
record Page(Path file, List<String> lines) {

    static final Page README = read(Path.of("README.md"));
    static final Page TOUR = read(Path.of("docs", "tour.md"));

    private static final String FENCE = "```";
    private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");

    static Page read(Path file) {
        try {
            return new Page(file, Files.readAllLines(Bot.home().resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every page there is. */
    static List<Page> all() {
        var home = Bot.home();
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(home::relativize)
                    .filter(file ->
                            NOT_OURS.stream().noneMatch(not -> file.toString().contains(not + "/")))
                    .map(Page::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks between fences, each without them. */
    List<String> blocks() {
        var blocks = new ArrayList<String>();
        var block = new ArrayList<String>();
        var inside = false;
        for (var line : lines) {
            if (line.strip().startsWith(FENCE)) {
                if (inside) {
                    blocks.add(String.join("\n", block));
                    block.clear();
                }
                inside = !inside;
            } else if (inside) {
                block.add(line);
            }
        }
        return blocks;
    }

    /** Code within the text and its tables. */
    List<String> spans() {
        return SPAN.matcher(text()).results().map(found -> found.group(1)).toList();
    }

    /** Where the links of the text lead. */
    List<String> links() {
        return LINK.matcher(text()).results().map(found -> found.group(1)).toList();
    }

    /** What is to be typed: the lines that begin with {@code ./bot}, of blocks and of spans, each once, in order. */
    List<String> commands() {
        return Stream.concat(
                        blocks().stream().flatMap(String::lines).flatMap(line -> Stream.of(line.split(" && "))),
                        spans().stream())
                .map(String::strip)
                .filter(code -> code.startsWith("./bot "))
                .distinct()
                .toList();
    }

    /** All that a pattern finds in code, in blocks and in spans. */
    Stream<MatchResult> inCode(Pattern pattern) {
        return Stream.concat(blocks().stream(), spans().stream())
                .flatMap(code -> pattern.matcher(code).results());
    }

    /** The page without its blocks. */
    private String text() {
        var text = new StringBuilder();
        var inside = false;
        for (var line : lines) {
            if (line.strip().startsWith(FENCE)) {
                inside = !inside;
            } else if (!inside) {
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
