package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.LanguageTable;
import dev.shopbell.nlu.text.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns counts into what each piece of spelling says for each language: the logarithm of how much more often the language has
 * it than those of its script on the whole, each language's counts being mixed with the mean of all (Dirichlet smoothing), so
 * that a language of which little was read is not thought to lack what it was not seen to have.
 */
final class LanguageGains {
    /** How many features of each order the mean of all counts as. */
    private static final double[] MEAN_COUNTS_AS = {0, 70, 200, 700, 1400, 2000, 700, 700};
    /** How much each order counts: pieces overlap, so that each says again in part what the others said. */
    private static final double[] SHARES = {0, 0.1, 0.15, 0.2, 0.2, 0.2, 0.75, 0.35};

    /**
     * How often features of each order must have been seen to be kept: a word says much even once, a piece of it that no other
     * word has says nothing that the word does not. Bounds the size of the model.
     */
    private static final int[] FEWEST_SEEN = {0, 1, 1, 2, 4, 8, 1, 2};

    private final List<SpellingCounts> counts;

    /** @param counts by label */
    LanguageGains(List<SpellingCounts> counts) {
        this.counts = counts;
    }

    /** @param groups labels that share a script, to be told apart; those that share theirs with none are absent */
    LanguageTable table(List<List<Integer>> groups) {
        var sharers = new int[counts.size()];
        groups.forEach(group -> group.forEach(label -> sharers[label] = group.size()));
        var pairs = pairs(sharers);
        var features = new int[pairs.length];
        var starts = new int[pairs.length + 1];
        var labels = new byte[pairs.length];
        var gains = new float[pairs.length];
        var kept = 0;
        var size = 0;
        for (int from = 0, to; from < pairs.length; from = to) {
            to = end(pairs, from);
            var feature = feature(pairs[from]);
            if (seen(pairs, from, to)
                    < FEWEST_SEEN[counts.get(label(pairs[from])).order(feature)]) {
                continue;
            }
            var mean = mean(pairs, from, to, sharers[label(pairs[from])]);
            starts[kept] = size;
            features[kept++] = feature;
            for (var i = from; i < to; i++) {
                labels[size] = (byte) label(pairs[i]);
                gains[size++] = (float) gain(counts.get(label(pairs[i])), feature, mean);
            }
        }
        starts[kept] = size;
        return LanguageTable.of(
                Arrays.copyOf(features, kept),
                Arrays.copyOf(starts, kept + 1),
                Arrays.copyOf(labels, size),
                Arrays.copyOf(gains, size),
                missing());
    }

    /** Every feature with every label that has it, the feature above and the label below, in ascending order. */
    private long[] pairs(int[] sharers) {
        var pairs = IntStream.range(0, counts.size())
                .filter(label -> sharers[label] > 0)
                .mapToObj(label -> Arrays.stream(counts.get(label).features()).mapToLong(f -> ((long) f << 8) | label))
                .flatMapToLong(of -> of)
                .toArray();
        Arrays.sort(pairs);
        return pairs;
    }

    private static int feature(long pair) {
        return (int) (pair >> 8);
    }

    private static int label(long pair) {
        return (int) (pair & 0xFF);
    }

    private static int end(long[] pairs, int from) {
        var to = from + 1;
        while (to < pairs.length && pairs[to] >> 8 == pairs[from] >> 8) {
            to++;
        }
        return to;
    }

    private int seen(long[] pairs, int from, int to) {
        var seen = 0;
        for (var i = from; i < to; i++) {
            seen += counts.get(label(pairs[i])).seen(feature(pairs[i]));
        }
        return seen;
    }

    private double mean(long[] pairs, int from, int to, int sharers) {
        var sum = 0.0;
        for (var i = from; i < to; i++) {
            var of = counts.get(label(pairs[i]));
            var order = of.order(feature(pairs[i]));
            sum += of.count(feature(pairs[i])) / (of.total(order) + MEAN_COUNTS_AS[order]);
        }
        return sum / sharers;
    }

    private static double gain(SpellingCounts of, int feature, double mean) {
        var order = of.order(feature);
        // In relation to a language that lacks it: the mean alone.
        return SHARES[order] * Math.log1p(of.count(feature) / (MEAN_COUNTS_AS[order] * mean));
    }

    private float[] missing() {
        var missing = new float[counts.size() * Spelling.ORDERS];
        for (var label = 0; label < counts.size(); label++) {
            for (var order = 1; order < Spelling.ORDERS; order++) {
                var total = counts.get(label).total(order) + MEAN_COUNTS_AS[order];
                missing[label * Spelling.ORDERS + order] =
                        (float) (SHARES[order] * Math.log(MEAN_COUNTS_AS[order] / total));
            }
        }
        return missing;
    }
}
