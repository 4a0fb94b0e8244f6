package dev.shopbell.channels;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text that is too long for one message where a reader would pause: at the end of a paragraph, else of a line or a
 * sentence, else of a word. What has no pause is cut between characters as people see them (Unicode's grapheme clusters; a rule
 * by hand, since the JDK's break iterators load megabytes of tables), and an address never, unless it alone is too long.
 */
final class TextParts {

    private static final String SENTENCE_ENDS = ".!?…。！？।؟";
    private static final String CLOSERS = "\"'”’»)]）」";
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private TextParts() {}

    /** @param limit in UTF-16 units, at least 2 */
    static List<String> of(String text, int limit) {
        var parts = new ArrayList<String>();
        var rest = text;
        while (rest.length() > limit) {
            var cut = cut(rest, limit);
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

    /** Where the first part ends: after 1 to {@code limit} units. A pause in its first half would make too many parts. */
    private static int cut(String text, int limit) {
        var least = Math.max(1, limit / 2);
        var paragraph = text.lastIndexOf("\n\n", limit);
        if (paragraph >= least) {
            return paragraph;
        }
        var pause = Math.max(text.lastIndexOf('\n', limit), sentenceEnd(text, limit, least));
        if (pause >= least) {
            return pause;
        }
        var space = space(text, limit);
        if (space >= least) {
            return space;
        }
        var address = addressOver(text, limit);
        return address > 0 ? address : betweenCharacters(text, limit);
    }

    private static int sentenceEnd(String text, int limit, int least) {
        for (int at = limit; at >= least; at--) {
            if (Character.isWhitespace(text.charAt(at)) && endsSentence(text, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean endsSentence(String text, int end) {
        var last = end - 1;
        while (last > 0 && CLOSERS.indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return last >= 0 && SENTENCE_ENDS.indexOf(text.charAt(last)) >= 0 && !isNumberOfLine(text, last);
    }

    /** The point of {@code 3.} at the beginning of a line: what is numbered stays with its number. */
    private static boolean isNumberOfLine(String text, int point) {
        var at = point - 1;
        while (at >= 0 && Character.isDigit(text.charAt(at))) {
            at--;
        }
        return at < point - 1 && (at < 0 || text.charAt(at) == '\n');
    }

    private static int space(String text, int limit) {
        for (int at = limit; at > 0; at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return -1;
    }

    /** Where the address begins that a cut at the limit would break; not positive if there is none, or nothing before it. */
    private static int addressOver(String text, int limit) {
        var begin = text.lastIndexOf("://", Math.min(text.length(), limit + "https".length()));
        if (begin < 0 || space(text, limit) > begin) {
            return -1;
        }
        while (begin > 0 && isSchemeLetter(text.charAt(begin - 1))) {
            begin--;
        }
        return begin < limit ? begin : -1;
    }

    private static boolean isSchemeLetter(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private static int betweenCharacters(String text, int limit) {
        for (int at = limit; at > limit / 2; at--) {
            if (isBoundary(text, at)) {
                return at;
            }
        }
        // One endless heap of marks: no reader could tell where it is cut.
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }

    /** Source: Unicode Standard Annex 29, 3.1.1 "Grapheme Cluster Boundary Rules", as far as they forbid to cut. */
    private static boolean isBoundary(String text, int at) {
        if (Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1))) {
            return false;
        }
        var before = text.codePointBefore(at);
        var after = text.codePointAt(at);
        if (before == '\r' && after == '\n') {
            return false;
        }
        if (extendsCharacter(after) || before == ZERO_WIDTH_JOINER) {
            return false;
        }
        return !isRegional(after) || !isRegional(before) || regionalsBefore(text, at) % 2 == 0;
    }

    private static boolean extendsCharacter(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default ->
                codePoint == ZERO_WIDTH_JOINER
                        || (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF) // skin tones
                        || (codePoint >= 0xE0020 && codePoint <= 0xE007F) // tags, as in the flag of Scotland
                        || (codePoint >= 0x1160 && codePoint <= 0x11FF); // a syllable's further letters in Hangul
        };
    }

    /** Two of these letters are one flag. */
    private static boolean isRegional(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }

    private static int regionalsBefore(String text, int at) {
        var count = 0;
        for (int place = at; place >= 2 && isRegional(text.codePointBefore(place)); place -= 2) {
            count++;
        }
        return count;
    }
}
