package dev.shopbell.nlu.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds texts that are there twice: as they are, but for case and accents, but for a word; and in the test as well. */
final class SaidTwice {
    private static final int FEWEST_WORDS_OF_NEAR = 4;
    /** "the", "ein", "por": words so short that they hardly change what is asked. */
    private static final int LONGEST_SMALL_WORD = 3;

    private final List<Finding> findings = new ArrayList<>();

    static List<Finding> in(List<Row> train, List<Row> test) {
        var twice = new SaidTwice();
        var first = twice.same(train);
        twice.near(List.copyOf(first.values()));
        twice.leaking(first, test);
        return twice.findings;
    }

    private Map<String, Row> same(List<Row> rows) {
        var first = new HashMap<String, Row>();
        var ordered = new LinkedHashMap<String, Row>();
        for (var row : rows) {
            var key = row.language() + "\n" + row.folded();
            var other = first.putIfAbsent(key, row);
            if (other == null) {
                ordered.put(key, row);
            } else {
                findings.add(twice(row, other));
            }
        }
        return ordered;
    }

    private static Finding twice(Row row, Row other) {
        if (!row.intent().equals(other.intent())) {
            return Finding.at(
                    row,
                    Kind.CONTRADICTORY,
                    quoted(row) + " is an example of " + row.intent() + ", and at " + other.place() + " of "
                            + other.intent() + ".",
                    "Keep it in the one whose answer fits.");
        }
        var but = row.text().equals(other.text()) ? "" : " but for case, accents or punctuation";
        return Finding.at(
                row,
                Kind.DUPLICATE,
                quoted(row) + " of " + row.intent() + " is at " + other.place() + " already" + but + ".",
                "Remove one, and say it in other words.");
    }

    /** Texts of which one becomes the other by adding, leaving out or changing one word, in any order. */
    private void near(List<Row> rows) {
        var byRest = new HashMap<String, List<Row>>();
        for (var row : rows) {
            var words = new TreeSet<>(row.words());
            if (words.size() < FEWEST_WORDS_OF_NEAR) {
                continue;
            }
            var keys = new LinkedHashSet<String>();
            keys.add(row.language() + "\n" + String.join(" ", words));
            for (var word : words) {
                var rest = new TreeSet<>(words);
                rest.remove(word);
                keys.add(row.language() + "\n" + String.join(" ", rest));
            }
            keys.stream()
                    .flatMap(key -> byRest.getOrDefault(key, List.of()).stream())
                    .filter(other -> isNear(words, new TreeSet<>(other.words())))
                    .findFirst()
                    .ifPresent(other -> findings.add(near(row, other)));
            keys.forEach(
                    key -> byRest.computeIfAbsent(key, k -> new ArrayList<>()).add(row));
        }
    }

    private static boolean isNear(Set<String> words, Set<String> others) {
        var differing = new TreeSet<>(words);
        differing.removeAll(others);
        var back = new TreeSet<>(others);
        back.removeAll(words);
        differing.addAll(back);
        return differing.stream().allMatch(word -> word.length() <= LONGEST_SMALL_WORD);
    }

    private static Finding near(Row row, Row other) {
        var same = row.intent().equals(other.intent());
        return Finding.at(
                row,
                same ? Kind.NEAR_DUPLICATE : Kind.NEARLY_CONTRADICTORY,
                quoted(row) + " of " + row.intent() + " is but for a small word " + quoted(other) + " of "
                        + other.intent() + " at " + other.place() + ".",
                same ? "Say one of them in other words." : "Make clear what tells them apart, or keep one.");
    }

    private void leaking(Map<String, Row> first, List<Row> test) {
        for (var row : test) {
            var learnt = first.get(row.language() + "\n" + row.folded());
            if (learnt != null) {
                findings.add(Finding.at(
                        row,
                        Kind.LEAKING,
                        quoted(row) + " is learnt from at " + learnt.place()
                                + (learnt.intent().equals(row.intent()) ? "." : ", there as " + learnt.intent() + "."),
                        "Take it out of one of the files."));
            }
        }
    }

    static String quoted(Row row) {
        var text = row.text();
        return "\"" + (text.length() <= 80 ? text : text.substring(0, text.offsetByCodePoints(0, 40)) + "…") + "\"";
    }
}
