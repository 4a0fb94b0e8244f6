package dev.shopbell.nlu.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An intent that was taken for another one.
 *
 * @param rows the surest mistakes first
 */
record ConfusedPair(String gold, String said, List<Answered> rows) {

    /** The most frequent first. An out-of-scope row counts where it was answered as if it were in scope. */
    static List<ConfusedPair> of(List<Answered> all) {
        var pairs = new LinkedHashMap<Map.Entry<String, String>, List<Answered>>();
        for (var row : all) {
            if (row.isOutside() ? !row.refused() : !row.isRight()) {
                var key = Map.entry(Answered.shown(row.gold()), Answered.shown(row.said()));
                pairs.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
            }
        }
        return pairs.entrySet().stream()
                .map(pair -> new ConfusedPair(
                        pair.getKey().getKey(),
                        pair.getKey().getValue(),
                        pair.getValue().stream()
                                .sorted(Comparator.comparingDouble(row -> -row.confidence()))
                                .toList()))
                .sorted(Comparator.<ConfusedPair>comparingInt(
                                pair -> -pair.rows().size())
                        .thenComparing(ConfusedPair::gold)
                        .thenComparing(ConfusedPair::said))
                .toList();
    }
}
