package dev.shopbell.nlu.entity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a text: a run of letters, a run of digits, or one other character. Spaces are none.
 *
 * @param plain in lower case, without accents
 * @param start first character in the text, from 0
 * @param end one past the last
 * @param capital whether it begins with a capital letter
 * @param glued whether it follows the token before it without a space
 */
record Token(Type type, String plain, int start, int end, boolean capital, boolean glued) {
    private static final int LONGEST_FIGURE = 9;

    enum Type {
        WORD,
        DIGITS,
        SYMBOL
    }

    boolean is(char symbol) {
        return type == Type.SYMBOL && plain.charAt(0) == symbol;
    }

    boolean isOneOf(String symbols) {
        return type == Type.SYMBOL && symbols.indexOf(plain.charAt(0)) >= 0;
    }

    /** The number in digits; -1 if these are no digits or too many to mean a count. */
    int figure() {
        return type == Type.DIGITS && plain.length() <= LONGEST_FIGURE ? Integer.parseInt(plain) : -1;
    }

    /** Cuts a text; one pass. */
    static List<Token> of(String text) {
        var plain = Plain.of(text);
        var tokens = new ArrayList<Token>();
        var at = 0;
        while (at < plain.length()) {
            var type = type(plain.charAt(at));
            if (type == null) {
                at++;
                continue;
            }
            var from = at++;
            while (type != Type.SYMBOL && at < plain.length() && type(plain.charAt(at)) == type) {
                at++;
            }
            var glued = !tokens.isEmpty() && tokens.getLast().end() == from;
            tokens.add(new Token(
                    type, plain.substring(from, at), from, at, Character.isUpperCase(text.charAt(from)), glued));
        }
        return tokens;
    }

    private static @Nullable Type type(char c) {
        if (c >= '0' && c <= '9') {
            return Type.DIGITS;
        }
        if (Character.isLetter(c)) {
            return Type.WORD;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) ? null : Type.SYMBOL;
    }
}
