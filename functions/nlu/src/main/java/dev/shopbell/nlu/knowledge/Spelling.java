package dev.shopbell.nlu.knowledge;

import dev.shopbell.nlu.text.Words;
import java.util.Collection;
import java.util.stream.Collectors;

/** Words that are written nearly alike: one slip apart, or of one family ("allergic", "allergens"). */
final class Spelling {
    /** What a term counts that is only nearly the one asked for. */
    static final double NEARLY = 0.75;

    private static final int SHORTEST = 5;
    /** The share of the longer word's letters that both begin with. */
    private static final double FAMILY = 0.7;

    private Spelling() {}

    /** The known term that is written nearly so; empty if there is none. */
    static String nearest(String term, Collection<String> known) {
        if (term.length() < SHORTEST || Character.isDigit(term.charAt(0))) {
            return "";
        }
        var family = "";
        var slip = "";
        var most = 0;
        for (var other : known) {
            if (other.length() >= SHORTEST - 1 && other.charAt(0) == term.charAt(0)) {
                var alike = alike(term, other);
                if (alike > most && alike >= SHORTEST && alike >= FAMILY * Math.max(term.length(), other.length())) {
                    most = alike;
                    family = other;
                }
                if (slip.isEmpty() && isOneSlipAway(term, other)) {
                    slip = other;
                }
            }
        }
        return family.isEmpty() ? slip : family;
    }

    /** How many letters two words begin with alike. */
    private static int alike(String one, String other) {
        var alike = 0;
        while (alike < Math.min(one.length(), other.length()) && one.charAt(alike) == other.charAt(alike)) {
            alike++;
        }
        return alike;
    }

    /** One letter more, less, another one, or two that changed places. */
    static boolean isOneSlipAway(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        var from = 0;
        var shorter = Math.min(one.length(), other.length());
        while (from < shorter && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        var a = one.length();
        var b = other.length();
        while (a > from && b > from && one.charAt(a - 1) == other.charAt(b - 1)) {
            a--;
            b--;
        }
        var swapped = a - from == 2
                && b - from == 2
                && one.charAt(from) == other.charAt(from + 1)
                && one.charAt(from + 1) == other.charAt(from);
        return swapped || (a - from <= 1 && b - from <= 1);
    }

    /** What two texts share that differ in nothing but case, accents and punctuation. */
    static String key(String text) {
        return Words.of(text).stream()
                .map(word -> word.number() ? word.lower() : word.folded())
                .collect(Collectors.joining(" "));
    }
}
