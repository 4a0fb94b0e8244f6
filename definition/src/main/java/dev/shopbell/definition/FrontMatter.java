package dev.shopbell.definition;

import java.nio.file.Path;
import java.util.List;

/** What a document says of itself in front of its text. */
record FrontMatter(String title, String url, String text) {
    private static final String FENCE = "---";

    static FrontMatter read(Path path, String written, List<Problem> problems) {
        var text = written.startsWith("\uFEFF") ? written.substring(1) : written;
        var lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(FENCE)) {
            return new FrontMatter("", "", text);
        }
        var end = lines.subList(1, lines.size()).stream()
                .map(String::strip)
                .toList()
                .indexOf(FENCE);
        if (end < 0) {
            problems.add(new Problem(path, 1, "What begins with --- ends nowhere. Add a line --- before the text."));
            return new FrontMatter("", "", text);
        }
        // An empty first line keeps the lines' numbers as they are in the file.
        var node = BotFiles.parse(path, "\n" + String.join("\n", lines.subList(1, end + 1)), problems);
        node.allow(List.of("title", "url"));
        var rest = String.join("\n", lines.subList(end + 2, lines.size()));
        return new FrontMatter(node.at("title").textOr(""), url(node.at("url")), rest);
    }

    static String url(YamlNode node) {
        var url = node.textOr("");
        if (!url.isEmpty() && !url.matches("https://[^/\\s]+\\S*")) {
            node.problem("\"" + url + "\" is no address that can be cited. Write it like https://example.com/page.");
            return "";
        }
        return url;
    }
}
