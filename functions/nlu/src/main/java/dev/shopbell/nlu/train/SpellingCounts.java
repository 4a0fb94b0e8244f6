package dev.shopbell.nlu.train;

import dev.shopbell.nlu.text.LetterRuns;
import dev.shopbell.nlu.text.Scripts;
import dev.shopbell.nlu.text.Spelling;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;

/** How often one language, in one script, has each piece of spelling. Grows; not for sharing between threads. */
final class SpellingCounts {
    private int[] features = new int[1 << 12];
    private float[] counts = new float[features.length];
    private int[] texts = new int[features.length];
    private byte[] orders = new byte[features.length];
    private final double[] totals = new double[Spelling.ORDERS];
    private int size;
    private double letters;

    /** Counts a text's letters of a script. */
    void add(String text, UnicodeScript script, double weight) {
        var previous = "";
        for (var run : LetterRuns.of(text)) {
            if (Scripts.has(run.lower(), script)) {
                letters += weight * run.lower().length();
                Spelling.of(run.lower(), previous, (hash, order) -> add(hash, order, weight));
                previous = run.lower();
            }
        }
    }

    private void add(int feature, int order, double weight) {
        if (size * 2 > features.length) {
            grow();
        }
        var at = find(features, feature);
        if (features[at] == 0) {
            features[at] = feature;
            orders[at] = (byte) order;
            size++;
        }
        counts[at] += (float) weight;
        texts[at]++;
        totals[order] += weight;
    }

    private static int find(int[] table, int feature) {
        var at = feature & (table.length - 1);
        while (table[at] != 0 && table[at] != feature) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }

    private void grow() {
        var larger = new int[features.length * 2];
        var largerCounts = new float[larger.length];
        var largerTexts = new int[larger.length];
        var largerOrders = new byte[larger.length];
        for (var i = 0; i < features.length; i++) {
            if (features[i] != 0) {
                var at = find(larger, features[i]);
                larger[at] = features[i];
                largerCounts[at] = counts[i];
                largerTexts[at] = texts[i];
                largerOrders[at] = orders[i];
            }
        }
        features = larger;
        counts = largerCounts;
        texts = largerTexts;
        orders = largerOrders;
    }

    /** The features that were counted, in no order. */
    int[] features() {
        return Arrays.stream(features).filter(feature -> feature != 0).toArray();
    }

    /** The weighted count of a feature. */
    double count(int feature) {
        return counts[find(features, feature)];
    }

    /** How many times a feature was seen, whatever its weight. */
    int seen(int feature) {
        return texts[find(features, feature)];
    }

    int order(int feature) {
        return orders[find(features, feature)];
    }

    /** The weighted count of all features of an order. */
    double total(int order) {
        return totals[order];
    }

    /** The weighted count of letters. */
    double letters() {
        return letters;
    }
}
