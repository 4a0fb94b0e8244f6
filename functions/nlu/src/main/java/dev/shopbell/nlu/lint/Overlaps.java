package dev.shopbell.nlu.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds pairs of intents of which many examples, when left out, are taken for the other one. */
final class Overlaps {
    private static final int FEWEST = 3;
    private static final double LEAST_SHARE = 0.15;

    /** @param one alphabetically first */
    private record Pair(String language, String one, String other) {}

    private Overlaps() {}

    static List<Finding> in(List<Row> rows, HeldOutAnswers answers) {
        var said = answers.of(rows);
        var sizes = new HashMap<String, Integer>();
        var mistaken = new HashMap<Pair, List<Integer>>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var other = said.get(i);
            sizes.merge(row.language() + "\n" + row.intent(), 1, Integer::sum);
            if (!other.isEmpty() && !other.equals(row.intent())) {
                var pair = row.intent().compareTo(other) < 0
                        ? new Pair(row.language(), row.intent(), other)
                        : new Pair(row.language(), other, row.intent());
                mistaken.computeIfAbsent(pair, p -> new ArrayList<>()).add(i);
            }
        }
        var findings = new ArrayList<Finding>();
        mistaken.entrySet().stream()
                .filter(entry -> isMuch(entry.getKey(), entry.getValue().size(), sizes))
                .sorted(Comparator.<Map.Entry<Pair, List<Integer>>>comparingInt(
                                entry -> -entry.getValue().size())
                        .thenComparing(entry -> entry.getKey().toString()))
                .forEach(entry -> findings.add(finding(entry.getKey(), entry.getValue(), rows)));
        return findings;
    }

    private static boolean isMuch(Pair pair, int count, Map<String, Integer> sizes) {
        var both = sizes.getOrDefault(pair.language() + "\n" + pair.one(), 0)
                + sizes.getOrDefault(pair.language() + "\n" + pair.other(), 0);
        return count >= FEWEST && count >= LEAST_SHARE * both;
    }

    private static Finding finding(Pair pair, List<Integer> at, List<Row> rows) {
        var first = rows.get(at.getFirst());
        var samples = at.stream()
                .limit(3)
                .map(i -> SaidTwice.quoted(rows.get(i)) + " of " + rows.get(i).intent())
                .toList();
        return Finding.at(
                first,
                Kind.OVERLAPPING,
                pair.one() + " and " + pair.other() + " overlap"
                        + (pair.language().isEmpty() ? "" : " in " + pair.language())
                        + ": left out, " + at.size() + " examples are taken for the other intent, such as "
                        + String.join("; ", samples) + ".",
                "Write examples with the words that only one of them has, or make them one intent.");
    }
}
