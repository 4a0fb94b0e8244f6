package dev.shopbell.nlu.embed;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * Cuts a text into the pieces that a BERT model knows: lower case, no accents, punctuation apart, then the longest known
 * piece first.
 *
 * <p>Source: Devlin et al., "BERT", 2019, and its published tokenizer (uncased, WordPiece).
 */
final class WordPiece {
    private static final int LONGEST_WORD = 100;
    private static final String CONTINUES = "##";

    private final Pieces pieces;
    private final int most;
    private final int unknown;
    private final int begin;
    private final int end;

    /**
     * @param pieces the model's vocabulary
     * @param most how many pieces are kept, the two marks included
     */
    WordPiece(Pieces pieces, int most) {
        this.pieces = pieces;
        this.most = most;
        this.unknown = number("[UNK]");
        this.begin = number("[CLS]");
        this.end = number("[SEP]");
    }

    private int number(String piece) {
        var number = pieces.number(piece);
        if (number == Pieces.UNKNOWN) {
            throw new IllegalArgumentException("The vocabulary has no " + piece);
        }
        return number;
    }

    /** The numbers of a text's pieces, the two marks around them. */
    long[] numbers(String text) {
        var numbers = new long[most];
        numbers[0] = begin;
        var size = 1;
        var plain = plain(text);
        for (int at = 0, next; at < plain.length() && size < most - 1; at = next) {
            next = endOfWord(plain, at);
            if (!Character.isWhitespace(plain.charAt(at))) {
                size = add(plain.substring(at, next), numbers, size);
            }
        }
        numbers[size++] = end;
        return Arrays.copyOf(numbers, size);
    }

    /** Adds a word's pieces; a word that cannot be made of pieces is one unknown. */
    private int add(String word, long[] numbers, int from) {
        var size = from;
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            numbers[size++] = unknown;
            return size;
        }
        for (int at = 0, to; at < word.length() && size < most - 1; at = to) {
            var piece = Pieces.UNKNOWN;
            for (to = word.length(); to > at; to = word.offsetByCodePoints(to, -1)) { // half a sign is no piece
                piece = pieces.number(at == 0 ? word.substring(0, to) : CONTINUES + word.substring(at, to));
                if (piece != Pieces.UNKNOWN) {
                    break;
                }
            }
            if (piece == Pieces.UNKNOWN) {
                numbers[from] = unknown;
                return from + 1;
            }
            numbers[size++] = piece;
        }
        return size;
    }

    private static int endOfWord(String text, int at) {
        var c = text.codePointAt(at);
        var next = at + Character.charCount(c);
        if (Character.isWhitespace(c) || standsAlone(c)) {
            return next;
        }
        while (next < text.length()) {
            c = text.codePointAt(next);
            if (Character.isWhitespace(c) || standsAlone(c)) {
                break;
            }
            next += Character.charCount(c);
        }
        return next;
    }

    private static String plain(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.getType(c) == Character.SPACE_SEPARATOR) {
                clean.append(' ');
            } else if (c != 0xFFFD && !isControl(c)) {
                clean.appendCodePoint(c);
            }
        });
        var apart = Normalizer.normalize(clean.toString().toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var out = new StringBuilder(apart.length());
        apart.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isControl(int c) {
        var type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }

    /** Punctuation, and characters of scripts without spaces. */
    private static boolean standsAlone(int c) {
        return isPunctuation(c)
                || (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x20000 && c <= 0x2CEAF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }

    private static boolean isPunctuation(int c) {
        if ((c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126)) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
