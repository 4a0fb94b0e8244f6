package dev.shopbell.nlu.entity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads numbers, in digits with decimal and thousands signs, and in words up to the millions. */
final class Numerals {
    private static final int THOUSANDS_DIGITS = 3;
    private static final int HUNDRED = 100;

    private final Reading reading;

    Numerals(Reading reading) {
        this.reading = reading;
    }

    /** @param end the token after it */
    record Numeral(BigDecimal value, int end, boolean inWords) {
        /** A whole number within limits; -1 if it is none. */
        int whole(int least, int most) {
            if (value.stripTrailingZeros().scale() > 0
                    || value.compareTo(BigDecimal.valueOf(least)) < 0
                    || value.compareTo(BigDecimal.valueOf(most)) > 0) {
                return -1;
            }
            return value.intValueExact();
        }
    }

    /** @param money whether three digits after a sign are thousands in any language, as in prices */
    @Nullable
    Numeral read(int at, boolean money) {
        return reading.token(at).type() == Token.Type.DIGITS ? digits(at, money) : words(at);
    }

    /** A small whole number in digits or words; null if there is none. */
    @Nullable
    Numeral small(int at) {
        var token = reading.token(at);
        if (token.type() != Token.Type.DIGITS) {
            return words(at);
        }
        return token.figure() < 0 || isInsideSomething(at)
                ? null
                : new Numeral(BigDecimal.valueOf(token.figure()), at + 1, false);
    }

    /** A number, or "a" for one. */
    @Nullable
    Numeral count(int at) {
        var article = reading.match(at, Kind.ARTICLE);
        var number = read(at, false);
        if (number != null || article == null) {
            return number;
        }
        return new Numeral(BigDecimal.ONE, article.end(), true);
    }

    /** Whether digits go on from letters or from other digits, as in "A12", "3.50" and "1/2". */
    boolean isInsideSomething(int at) {
        var token = reading.token(at);
        if (!token.glued()) {
            return false;
        }
        var before = reading.token(at - 1);
        return before.type() == Token.Type.WORD
                || before.isOneOf("#@_")
                || (before.isOneOf(".,:/")
                        && before.glued()
                        && reading.token(at - 2).type() == Token.Type.DIGITS)
                || (before.is('-') && before.glued() && !isHourOrDay(at - 2));
    }

    /** What a dash may stand after in "9-13 Uhr": other figures go on, as in "612-34-56". */
    private boolean isHourOrDay(int at) {
        var token = reading.token(at);
        return token.type() != Token.Type.DIGITS
                || (token.plain().length() <= 2
                        && !(token.glued() && reading.token(at - 1).is('-')));
    }

    private @Nullable Numeral digits(int at, boolean money) {
        if (isInsideSomething(at) || reading.token(at).figure() < 0) {
            return null;
        }
        var whole = new StringBuilder(reading.token(at).plain());
        var fraction = "";
        var sign = '\0';
        var next = at + 1;
        while (goesOn(next)) {
            if (!fraction.isEmpty()) {
                return null;
            }
            var group = reading.token(next + 1).plain();
            var here = reading.token(next).plain().charAt(0);
            var thousands = group.length() == THOUSANDS_DIGITS
                    && whole.length() <= (sign == '\0' ? THOUSANDS_DIGITS : Integer.MAX_VALUE)
                    && (sign == here || (sign == '\0' && (money || goesOn(next + 2) || here == groupSign())));
            if (thousands) {
                whole.append(group);
                sign = here;
            } else {
                fraction = group;
            }
            next += 2;
        }
        while (money && fraction.isEmpty() && sign == '\0' && isSpacedGroup(next, whole.length())) {
            whole.append(reading.token(next++).plain());
        }
        if (whole.length() > 12 || fraction.length() > 6) {
            return null;
        }
        return new Numeral(new BigDecimal(fraction.isEmpty() ? whole.toString() : whole + "." + fraction), next, false);
    }

    /** "1 500 euros", as French has it. */
    private boolean isSpacedGroup(int at, int digitsBefore) {
        var group = reading.token(at);
        return digitsBefore <= THOUSANDS_DIGITS
                && group.type() == Token.Type.DIGITS
                && group.plain().length() == THOUSANDS_DIGITS
                && group.start() == reading.token(at - 1).end() + 1;
    }

    private char groupSign() {
        return reading.lexicon().decimalComma() ? '.' : ',';
    }

    private boolean goesOn(int at) {
        return reading.token(at).isOneOf(".,'")
                && reading.token(at).glued()
                && reading.token(at + 1).type() == Token.Type.DIGITS
                && reading.token(at + 1).glued();
    }

    private @Nullable Numeral words(int at) {
        var first = reading.match(at, Kind.NUMBER);
        var times = reading.match(first == null ? at : first.end(), Kind.MULTIPLIER);
        if (first == null && times == null) {
            return null;
        }
        var value = (long) (first == null ? 1 : first.number());
        var end = first == null ? at : first.end();
        if (times != null) {
            value *= times.number();
            end = times.end();
        }
        return value < HUNDRED ? numeral(value, end) : withRest(value, end);
    }

    private Numeral withRest(long value, int end) {
        var next = reading.skip(reading.skip(end, Kind.AND), Kind.PLUS);
        var rest = reading.match(next, Kind.NUMBER);
        return rest == null || rest.number() >= HUNDRED
                ? numeral(value, end)
                : numeral(value + rest.number(), rest.end());
    }

    private static Numeral numeral(long value, int end) {
        return new Numeral(BigDecimal.valueOf(value), end, true);
    }
}
