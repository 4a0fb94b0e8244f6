package dev.shopbell.nlu.entity;

import java.text.Normalizer;

/** A text in lower case and without accents, every character still at its place. */
final class Plain {
    /** Latin letters with accents, the everyday case, by character; the rest is worked out. */
    private static final char[] LATIN = new char[0x180];

    static {
        for (var c = (char) 0; c < LATIN.length; c++) {
            LATIN[c] = withoutAccent(Character.toLowerCase(c));
        }
    }

    private Plain() {}

    static String of(String text) {
        var out = new char[text.length()];
        for (var i = 0; i < out.length; i++) {
            var c = text.charAt(i);
            if (c < LATIN.length) {
                out[i] = LATIN[c];
            } else if (c == '’' || c == '‘') {
                out[i] = '\'';
            } else if (c == '–' || c == '—' || c == '−') {
                out[i] = '-';
            } else {
                out[i] = Character.isSurrogate(c) ? c : withoutAccent(Character.toLowerCase(c));
            }
        }
        return new String(out);
    }

    private static char withoutAccent(char c) {
        return c < 0x80
                ? c
                : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
    }
}
