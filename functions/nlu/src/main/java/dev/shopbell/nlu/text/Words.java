package dev.shopbell.nlu.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into words: runs of letters, runs of digits, and single characters where a script has no spaces. */
public final class Words {
    /** What is read of one message; nobody asks a question longer than this, and it bounds the time spent. */
    public static final int MOST_CHARACTERS = 2_000;

    private Words() {}

    /** The words in order of their place; empty if there are none (emoji and punctuation are not words). */
    public static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        var end = Math.min(text.length(), MOST_CHARACTERS);
        var at = 0;
        while (at < end) {
            var kind = kind(text.codePointAt(at));
            var from = at;
            at += Character.charCount(text.codePointAt(at));
            if (kind == Kind.NONE) {
                continue;
            }
            while (kind != Kind.SINGLE && at < end && continues(kind, text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            words.add(word(text, from, Math.min(at, end), kind));
        }
        return words;
    }

    private static Word word(String text, int start, int end, Kind kind) {
        var lower = text.substring(start, end).toLowerCase(Locale.ROOT);
        if (kind == Kind.DIGITS) {
            return new Word(lower, "0".repeat(lower.length()), true, start, end);
        }
        return new Word(lower, Folding.fold(lower), false, start, end);
    }

    private enum Kind {
        NONE,
        LETTERS,
        DIGITS,
        /** A word by itself: Han and kana. */
        SINGLE
    }

    private static boolean continues(Kind kind, int codePoint) {
        return kind(codePoint) == kind || (kind == Kind.LETTERS && isMark(codePoint));
    }

    private static Kind kind(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                    ? Kind.LETTERS
                    : c >= '0' && c <= '9' ? Kind.DIGITS : Kind.NONE;
        }
        if (Character.isDigit(c)) {
            return Kind.DIGITS;
        }
        if (!Character.isLetter(c)) {
            return Kind.NONE;
        }
        return isUnspaced(c) ? Kind.SINGLE : Kind.LETTERS;
    }

    private static boolean isMark(int c) {
        var type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isUnspaced(int c) {
        return (c >= 0x2E80 && c <= 0x31FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
    }
}
