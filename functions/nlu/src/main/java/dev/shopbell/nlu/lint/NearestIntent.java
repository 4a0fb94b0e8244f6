package dev.shopbell.nlu.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Leaves one row out at a time and takes the intent whose other rows share most of its words, rare words weighing more. It
 * is much simpler than the trained understanding, quick enough for 20,000 rows, and finds what overlaps by its words.
 */
final class NearestIntent implements HeldOutAnswers {
    /** What a word weighs that every intent has: next to nothing, and yet more than none. */
    private static final double LEAST_WEIGHT = 0.02;

    /** By language and word: in how many rows of each intent. */
    private final Map<String, Map<String, Integer>> counts = new HashMap<>();
    /** By language: the rows of each intent. */
    private final Map<String, Map<String, Integer>> sizes = new HashMap<>();

    @Override
    public List<String> of(List<Row> rows) {
        for (var row : rows) {
            sizes.computeIfAbsent(row.language(), l -> new HashMap<>()).merge(row.intent(), 1, Integer::sum);
            new HashSet<>(row.words()).forEach(word -> counts.computeIfAbsent(key(row, word), w -> new HashMap<>())
                    .merge(row.intent(), 1, Integer::sum));
        }
        var said = new ArrayList<String>();
        for (var row : rows) {
            said.add(nearest(row));
        }
        return said;
    }

    private static String key(Row row, String word) {
        return row.language() + "\n" + word;
    }

    private String nearest(Row row) {
        var intents = sizes.getOrDefault(row.language(), Map.of());
        var scores = new HashMap<String, Double>();
        for (var word : new HashSet<>(row.words())) {
            var byIntent = counts.getOrDefault(key(row, word), Map.of());
            var rarity = LEAST_WEIGHT + Math.log((double) intents.size() / byIntent.size());
            byIntent.forEach((intent, count) -> {
                var own = intent.equals(row.intent()) ? 1 : 0; // itself is left out
                var others = intents.getOrDefault(intent, 0) - own;
                if (others > 0) {
                    scores.merge(intent, rarity * rarity * (count - own) / others, Double::sum);
                }
            });
        }
        return scores.entrySet().stream()
                .filter(score -> score.getValue() > 0)
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
