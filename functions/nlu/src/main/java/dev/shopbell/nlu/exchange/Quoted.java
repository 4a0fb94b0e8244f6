package dev.shopbell.nlu.exchange;

/** Texts between quotes, so that nothing in them is taken for anything else. */
final class Quoted {
    private Quoted() {}

    /** A double-quoted scalar. Source: yaml.org/spec/1.2.2, 5.7 "Escaped characters". */
    static String yaml(String text) {
        var out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                        out.append(String.format("\\u%04x", c));
                    } else if ((c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF) {
                        out.append('\uFFFD'); // half of a character, or none at all
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }

    /** A cell of a table. Source: RFC 4180, 2.5 to 2.7. */
    static String cell(String text, char separator) {
        var plain = text.indexOf(separator) < 0
                && text.indexOf('"') < 0
                && text.indexOf('\n') < 0
                && text.indexOf('\r') < 0
                && text.equals(text.strip());
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
