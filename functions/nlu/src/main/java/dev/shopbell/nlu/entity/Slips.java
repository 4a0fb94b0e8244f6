package dev.shopbell.nlu.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names that a slip of the finger may have changed: one letter too many, too few or another, or two neighbours swapped. The
 * first letter is nearly always right, and has to be, or "roses" would be found in "noses".
 * A look-up tries one deletion at each place, so it takes time in proportion to the word.
 */
final class Slips {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 40;
    private static final String AMBIGUOUS = "";

    private final Map<String, List<String>> byShortened = new HashMap<>();

    Slips(Collection<String> names) {
        for (var name : names) {
            if (name.length() >= SHORTEST && name.length() <= LONGEST) {
                byShortened.computeIfAbsent(name, key -> new ArrayList<>()).add(name);
                for (var i = 1; i < name.length(); i++) {
                    byShortened
                            .computeIfAbsent(without(name, i), key -> new ArrayList<>())
                            .add(name);
                }
            }
        }
    }

    /** The one name that a word was meant for; null if there is none or more than one. */
    @Nullable
    String meant(String written) {
        if (byShortened.isEmpty() || written.length() < SHORTEST - 1 || written.length() > LONGEST) {
            return null;
        }
        var best = one(null, written, written);
        for (var i = 1; i < written.length() && !AMBIGUOUS.equals(best); i++) {
            best = one(best, without(written, i), written);
        }
        return AMBIGUOUS.equals(best) ? null : best;
    }

    private @Nullable String one(@Nullable String best, String shortened, String written) {
        var result = best;
        for (var name : byShortened.getOrDefault(shortened, List.of())) {
            if (!name.equals(result) && isOneSlip(name, written)) {
                result = result == null ? name : AMBIGUOUS;
            }
        }
        return result;
    }

    /** Both shortened to the same may still be two slips apart: "abcd" and "bcda" at the ends. */
    private static boolean isOneSlip(String name, String written) {
        var from = 0;
        var shorter = Math.min(name.length(), written.length());
        while (from < shorter && name.charAt(from) == written.charAt(from)) {
            from++;
        }
        var nameEnd = name.length();
        var writtenEnd = written.length();
        while (nameEnd > from && writtenEnd > from && name.charAt(nameEnd - 1) == written.charAt(writtenEnd - 1)) {
            nameEnd--;
            writtenEnd--;
        }
        var inName = nameEnd - from;
        var inWritten = writtenEnd - from;
        if (inName <= 1 && inWritten <= 1) {
            return from > 0;
        }
        return from > 0
                && inName == 2
                && inWritten == 2
                && name.charAt(from) == written.charAt(from + 1)
                && name.charAt(from + 1) == written.charAt(from);
    }

    private static String without(String word, int at) {
        return word.substring(0, at) + word.substring(at + 1);
    }
}
