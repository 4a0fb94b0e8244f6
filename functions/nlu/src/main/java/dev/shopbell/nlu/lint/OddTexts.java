package dev.shopbell.nlu.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds texts that are odd by themselves: placeholders, a word that says nothing, whole letters. */
final class OddTexts {
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\{[^{}]*}|\\[[^\\[\\]]+][({]|<[A-Za-z_]+>|@sys\\.|\\bTODO\\b|\\bTBD\\b|\\bXXX+\\b|(?i:lorem ipsum)|\\$[a-z_]+\\b");
    private static final int MOST_WORDS = 40;
    /** A word that stands in examples of two other intents says little by itself. */
    private static final int FEWEST_OTHERS = 2;

    private OddTexts() {}

    static List<Finding> in(List<Row> rows) {
        var findings = new ArrayList<Finding>();
        var intentsOf = new HashMap<String, Set<String>>();
        rows.forEach(row -> row.words().forEach(word -> intentsOf
                .computeIfAbsent(row.language() + "\n" + word, w -> new HashSet<>())
                .add(row.intent())));
        for (var row : rows) {
            placeholder(row, findings);
            var words = row.words();
            if (words.size() == 1) {
                ambiguous(row, words.getFirst(), intentsOf, findings);
            } else if (words.size() > MOST_WORDS) {
                findings.add(Finding.at(
                        row,
                        Kind.OVERLONG,
                        SaidTwice.quoted(row) + " has " + words.size() + " words.",
                        "Keep the sentence that asks for " + row.intent() + "."));
            }
        }
        return findings;
    }

    private static void placeholder(Row row, List<Finding> findings) {
        var found = PLACEHOLDER.matcher(row.text());
        if (found.find()) {
            findings.add(Finding.at(
                    row,
                    Kind.PLACEHOLDER,
                    SaidTwice.quoted(row) + " still has \"" + found.group() + "\" in it.",
                    "Write a word as customers would in its place."));
        }
    }

    private static void ambiguous(Row row, String word, Map<String, Set<String>> intentsOf, List<Finding> findings) {
        var others = intentsOf.getOrDefault(row.language() + "\n" + word, Set.of()).stream()
                .filter(intent -> !intent.equals(row.intent()))
                .sorted()
                .toList();
        if (others.size() >= FEWEST_OTHERS) {
            findings.add(Finding.at(
                    row,
                    Kind.AMBIGUOUS_WORD,
                    SaidTwice.quoted(row) + " alone is an example of " + row.intent()
                            + ", and the word is in examples of "
                            + String.join(", ", others.subList(0, Math.min(3, others.size())))
                            + (others.size() > 3 ? " and others." : "."),
                    "Add words that say what is wanted, if customers do not write it alone."));
        }
    }
}
