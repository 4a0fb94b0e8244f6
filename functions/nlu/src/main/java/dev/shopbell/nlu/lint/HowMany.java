package dev.shopbell.nlu.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds intents with too few examples, and with far fewer or more than the others. */
final class HowMany {
    /** Fewer hardly make an intent; see docs/understanding.md for what five bring. */
    static final int FEWEST_EXAMPLES = 5;

    private static final double FAR = 4;
    /** Small differences of small numbers do no harm. */
    private static final int LEAST_DIFFERENCE = 10;

    private HowMany() {}

    static List<Finding> in(List<Row> rows) {
        var findings = new ArrayList<Finding>();
        var byLanguage = new LinkedHashMap<String, Map<String, List<Row>>>();
        for (var row : rows) {
            byLanguage
                    .computeIfAbsent(row.language(), l -> new LinkedHashMap<>())
                    .computeIfAbsent(row.intent(), i -> new ArrayList<>())
                    .add(row);
        }
        byLanguage.forEach((language, intents) -> {
            var in = language.isEmpty() ? "" : " in " + language;
            var sizes = intents.values().stream().map(List::size).sorted().toList();
            var middle = sizes.get(sizes.size() / 2);
            intents.forEach((intent, own) -> {
                if (own.size() < FEWEST_EXAMPLES) {
                    findings.add(Finding.at(
                            own.getFirst(),
                            Kind.TOO_FEW,
                            intent + " has " + own.size() + (own.size() == 1 ? " example" : " examples") + in + ".",
                            "Write " + (FEWEST_EXAMPLES - own.size()) + " more at least, in other words each."));
                } else if (isFar(own.size(), middle)) {
                    findings.add(Finding.at(
                            own.getFirst(),
                            Kind.UNBALANCED,
                            intent + " has " + own.size() + " examples" + in + ", where intents usually have " + middle
                                    + ".",
                            own.size() < middle
                                    ? "Write more of them."
                                    : "Keep the most different ones, or split it."));
                }
            });
        });
        return findings;
    }

    private static boolean isFar(int size, int middle) {
        return Math.abs(size - middle) >= LEAST_DIFFERENCE && (size > FAR * middle || size * FAR < middle);
    }
}
