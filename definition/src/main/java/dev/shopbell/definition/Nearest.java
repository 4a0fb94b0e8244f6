package dev.shopbell.definition;

import java.util.Collection;
import java.util.Comparator;

/** Finds what somebody probably meant. */
final class Nearest {

    private Nearest() {}

    /** A sentence that helps: the nearest known word, or all of them if they are few. */
    static String hint(String written, Collection<String> known) {
        var nearest = known.stream().min(Comparator.comparingInt(k -> distance(written, k)));
        if (nearest.isPresent() && distance(written, nearest.get()) <= Math.max(1, written.length() / 3)) {
            return " Did you mean \"" + nearest.get() + "\"?";
        }
        return known.isEmpty() || known.size() > 20 ? "" : " Known are: " + String.join(", ", known) + ".";
    }

    /** Levenshtein's distance: letters to insert, delete or replace. */
    private static int distance(String one, String other) {
        var previous = new int[other.length() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var row = new int[previous.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                var replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[other.length()];
    }
}
