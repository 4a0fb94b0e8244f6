package dev.shopbell.nlu.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text's tokens and what they may mean in one language. Every look-up is at a place, so that a reader who moves forward
 * takes time in proportion to the text.
 */
final class Reading {
    /** What a find can begin with. */
    private static final Set<Kind> OPENING = EnumSet.of(
            Kind.NUMBER,
            Kind.ORDINAL,
            Kind.ARTICLE,
            Kind.MULTIPLIER,
            Kind.DAY,
            Kind.MONTH,
            Kind.DAY_OFFSET,
            Kind.HOLIDAY,
            Kind.WEEKEND,
            Kind.THIS,
            Kind.NEXT,
            Kind.LAST,
            Kind.UNIT,
            Kind.SPAN,
            Kind.IN,
            Kind.AGO,
            Kind.IN_MONTH,
            Kind.ON,
            Kind.ON_NTH,
            Kind.FROM,
            Kind.BETWEEN,
            Kind.AFTER,
            Kind.BEFORE,
            Kind.UNTIL,
            Kind.SINCE,
            Kind.AT,
            Kind.PART,
            Kind.TODAY_PART,
            Kind.TIME,
            Kind.MINUTES_BEFORE,
            Kind.CURRENCY,
            Kind.AMOUNT,
            Kind.STREET);

    private static final Set<Kind> UNKNOWN = Set.of();
    private static final Token NONE = new Token(Token.Type.SYMBOL, "\0", 0, 0, false, false);

    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final List<List<Match>> matches;
    /** The kinds there are at each place: most questions are answered by them. */
    private final List<Set<Kind>> kinds;

    private final BitSet opening = new BitSet();

    private boolean telling;

    /**
     * @param end the token after the words
     */
    record Match(Sense sense, int end) {
        String value() {
            return sense.value();
        }

        int number() {
            return sense.number();
        }

        boolean weak() {
            return sense.weak();
        }
    }

    /** @param own whether the text is known to be, or may be, in the lexicon's language */
    Reading(List<Token> tokens, Lexicon lexicon, boolean own) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.matches = new ArrayList<>(tokens.size());
        this.kinds = new ArrayList<>(tokens.size());
        var hidden = 0;
        for (var at = 0; at < tokens.size(); at++) {
            var here = hidden > at ? List.<Match>of() : matchesAt(at, own);
            if (!here.isEmpty() && here.getFirst().sense().kind() == Kind.NOTHING) {
                hidden = here.getFirst().end();
                here = List.of();
            }
            kinds.add(kindsOf(here));
            if (here.stream().anyMatch(match -> OPENING.contains(match.sense().kind()))) {
                opening.set(at);
            }
            telling |= opening.get(at) || lexicon.isStreet(tokens.get(at).plain());
            matches.add(here);
        }
    }

    /** Between the words of a phrase: "day-after-tomorrow", "aujourd'hui", "p.m.". */
    static boolean isPassedOver(Token token) {
        return token.isOneOf("-'.");
    }

    private static Set<Kind> kindsOf(List<Match> matches) {
        if (matches.isEmpty()) {
            return UNKNOWN;
        }
        var kinds = EnumSet.noneOf(Kind.class);
        for (var match : matches) {
            kinds.add(match.sense().kind());
        }
        return kinds;
    }

    private List<Match> matchesAt(int at, boolean own) {
        var phrases = lexicon.beginningWith(tokens.get(at).plain());
        if (phrases.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Match>(phrases.size());
        for (var phrase : phrases) {
            var believed = own || !(phrase.sense().own() || phrase.sense().weak());
            var end = believed ? endOf(phrase.words(), at) : -1;
            if (end > at) {
                found.add(new Match(phrase.sense(), end));
            }
        }
        return found;
    }

    private int endOf(List<String> words, int at) {
        var next = at + 1;
        for (var word = 1; word < words.size(); word++) {
            while (next < tokens.size() && tokens.get(next).glued() && isPassedOver(tokens.get(next))) {
                next++;
            }
            if (next >= tokens.size() || !tokens.get(next).plain().equals(words.get(word))) {
                return -1;
            }
            next++;
        }
        return next;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    /** Whether there is anything to read at all. */
    boolean isTelling() {
        return telling;
    }

    /** Whether a find can begin at a place. */
    boolean isOpening(int at) {
        return opening.get(at) || tokens.get(at).type() == Token.Type.DIGITS;
    }

    /** Whether nothing is known of a place. */
    boolean isSilent(int at) {
        return kinds.get(at).isEmpty() && tokens.get(at).type() != Token.Type.DIGITS;
    }

    int size() {
        return tokens.size();
    }

    /** The token at a place; a symbol that is never written outside the text. */
    Token token(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at) : NONE;
    }

    /** The longest words at a place that mean such a thing; null if none do. */
    @Nullable
    Match match(int at, Kind kind) {
        if (at < 0 || at >= matches.size()) {
            return null;
        }
        for (var match : matches.get(at)) {
            if (match.sense().kind() == kind) {
                return match;
            }
        }
        return null;
    }

    boolean has(int at, Kind kind) {
        return at >= 0 && at < kinds.size() && kinds.get(at).contains(kind);
    }

    /** The place after words of such a kind, or the same place. */
    int skip(int at, Kind kind) {
        var match = match(at, kind);
        return match == null ? at : match.end();
    }

    int skip(int at, char symbol) {
        return token(at).is(symbol) ? at + 1 : at;
    }

    /** Whether words of such a kind end right before a place. */
    boolean isAfter(int at, Kind kind) {
        for (var from = at - 1; from >= 0 && from >= at - 4; from--) {
            var match = match(from, kind);
            if (match != null && match.end() == at) {
                return true;
            }
        }
        return false;
    }

    /** Whether a thought may end before this place: nothing follows, or a mark, or words we know. */
    boolean isRest(int at) {
        return at >= size()
                || (token(at).type() == Token.Type.SYMBOL && !token(at).isOneOf("%€$£"))
                || (token(at).type() == Token.Type.WORD && !matches.get(at).isEmpty());
    }
}
