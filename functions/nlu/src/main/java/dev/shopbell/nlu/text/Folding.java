package dev.shopbell.nlu.text;

import java.text.Normalizer;

/** Takes accents, points and letter variants off words, so that "envio" meets "envío". Other scripts' vowels stay. */
public final class Folding {
    private static final int LONGEST_RUN = 2;

    private Folding() {}

    /** The text without accents, letter by letter lower-cased already; runs such as "soooo" become "soo". */
    public static String fold(String lowerCase) {
        var plain = isAscii(lowerCase) ? lowerCase : withoutMarks(lowerCase);
        return shortenRuns(plain);
    }

    private static boolean isAscii(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String withoutMarks(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        var out = new StringBuilder(decomposed.length());
        for (var i = 0; i < decomposed.length(); i++) {
            var c = decomposed.charAt(i);
            if (!isMark(c)) {
                appendPlain(c, out);
            }
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    /** Latin, Greek and Cyrillic accents, Hebrew points, Arabic short vowels. */
    private static boolean isMark(char c) {
        return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0591 && c <= 0x05C7) || (c >= 0x064B && c <= 0x065F);
    }

    private static void appendPlain(char c, StringBuilder out) {
        switch (c) {
            case 'ß' -> out.append("ss");
            case 'æ' -> out.append("ae");
            case 'œ' -> out.append("oe");
            case 'ø' -> out.append('o');
            case 'đ', 'ð' -> out.append('d');
            case 'ł' -> out.append('l');
            case 'ı' -> out.append('i');
            default -> out.append(c);
        }
    }

    private static String shortenRuns(String text) {
        StringBuilder out = null;
        var run = 1;
        for (var i = 1; i < text.length(); i++) {
            var c = text.charAt(i);
            run = c == text.charAt(i - 1) && Character.isLetter(c) ? run + 1 : 1;
            if (run > LONGEST_RUN && out == null) {
                out = new StringBuilder(text.length()).append(text, 0, i);
            } else if (run <= LONGEST_RUN && out != null) {
                out.append(c);
            }
        }
        return out == null ? text : out.toString();
    }
}
