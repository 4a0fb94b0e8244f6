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
    private final Map<String, Map<String, Integer>> counts = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();

    @Override
    public List<String> of(List<Row> rows) {
        for (var row : rows) {
            sizes.merge(row.intent(), 1, Integer::sum);
            new HashSet<>(row.words()).forEach(word -> counts.computeIfAbsent(word, w -> new HashMap<>())
                    .merge(row.intent(), 1, Integer::sum));
        }
        var said = new ArrayList<String>();
        for (var row : rows) {
            said.add(nearest(row));
        }
        return said;
    }

    private String nearest(Row row) {
        var scores = new HashMap<String, Double>();
        for (var word : new HashSet<>(row.words())) {
            var byIntent = counts.getOrDefault(word, Map.of());
            var rarity = Math.log(1.0 + (double) sizes.size() / byIntent.size());
            byIntent.forEach((intent, count) -> {
                var own = intent.equals(row.intent()) ? 1 : 0; // itself is left out
                var others = sizes.getOrDefault(intent, 0) - own;
                if (others > 0) {
                    scores.merge(intent, rarity * (count - own) / others, Double::sum);
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
