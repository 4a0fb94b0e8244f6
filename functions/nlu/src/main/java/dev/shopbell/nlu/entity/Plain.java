package dev.shopbell.nlu.entity;

import java.text.Normalizer;

/** A text in lower case and without accents, every character still at its place. */
final class Plain {
    private Plain() {}

    static String of(String text) {
        var out = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = Character.toLowerCase(text.charAt(i));
            out.append(c < 0x80 || Character.isSurrogate(c) ? c : withoutAccent(c));
        }
        return out.toString();
    }

    private static char withoutAccent(char c) {
        return c == '’'
                ? '\''
                : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
    }
}
