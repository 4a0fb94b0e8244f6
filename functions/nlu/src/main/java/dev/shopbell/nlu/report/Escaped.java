package dev.shopbell.nlu.report;

/** Words of customers, made harmless for a page: whatever they hold, it is shown and does nothing. */
final class Escaped {
    private Escaped() {}

    /** For HTML and SVG, text and attributes alike; what XML cannot hold is replaced. */
    static String markup(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isHeld(c) ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    /** Source: w3.org/TR/xml, 2.2 "Characters"; without marks that turn the direction of what follows. */
    private static boolean isHeld(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c <= 0xD7FF && !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069))
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    /** For a cell of a table in Markdown: on one line, with no mark-up of its own. */
    static String markdown(String text) {
        var held = new StringBuilder(text.length());
        text.codePoints().forEach(c -> held.appendCodePoint(isHeld(c) ? c : 0xFFFD));
        return held.toString()
                .replaceAll("\\s+", " ")
                .replaceAll("([\\\\`*_{}\\[\\]()#+!|~-])", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
