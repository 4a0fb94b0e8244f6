package dev.shopbell.channels;

import dev.shopbell.conversation.Reply;
import java.util.ArrayList;
import java.util.List;

/** Text on its way in and out. */
public final class Words {

    private Words() {}

    /**
     * Leaves out what neither a queue nor a database takes: NUL and other control characters but tab and line breaks, half
     * surrogates, and the two non-characters. Source: Amazon SQS API reference, SendMessage, "MessageBody".
     */
    public static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().filter(Words::isSendable).forEach(clean::appendCodePoint);
        return clean.length() == text.length() ? text : clean.toString();
    }

    private static boolean isSendable(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= 0x20 && codePoint <= 0xD7FF)
                || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
                || codePoint >= 0x10000;
    }

    /** The words with the options numbered below: for channels, or choices, that cannot be drawn. */
    public static String numbered(Reply reply) {
        var text = new StringBuilder(reply.text());
        var number = 0;
        for (var option : reply.choices()) {
            number++;
            text.append('\n').append(number).append(". ").append(option.title());
        }
        return text.toString();
    }

    /**
     * Cuts into parts of at most so many characters, at the last space or line break of a part where there is one.
     *
     * @param limit in UTF-16 units, at least 2
     */
    public static List<String> split(String text, int limit) {
        var parts = new ArrayList<String>();
        var rest = text;
        while (rest.length() > limit) {
            var cut = Math.max(rest.lastIndexOf(' ', limit), rest.lastIndexOf('\n', limit));
            if (cut < limit / 2) {
                cut = Character.isHighSurrogate(rest.charAt(limit - 1)) ? limit - 1 : limit;
            }
            var part = rest.substring(0, cut).stripTrailing();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            rest = rest.substring(cut).stripLeading();
        }
        if (!rest.isEmpty() || parts.isEmpty()) {
            parts.add(rest);
        }
        return parts;
    }
}
