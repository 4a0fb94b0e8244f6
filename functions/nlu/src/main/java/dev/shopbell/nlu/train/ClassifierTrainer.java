package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.Classifier;
import dev.shopbell.nlu.model.TextVector;
import dev.shopbell.nlu.model.Vocabulary;
import dev.shopbell.nlu.text.Features;
import dev.shopbell.nlu.text.Stems;
import dev.shopbell.nlu.text.Word;
import dev.shopbell.nlu.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Learns a {@link Classifier} from examples. */
final class ClassifierTrainer {
    /** From this many rows on, a feature must be seen twice: what is seen once is mostly noise, and most of the size. */
    private static final int MANY_ROWS = 3_000;

    /** Rare features weigh more, but only by the root of the usual logarithm: with few examples rarity is chance. */
    private static final double RARITY_POWER = 0.5;

    private final boolean accents;
    private final String stemming;

    /**
     * @param accents whether accents tell labels apart (languages) or are forgiven (intents)
     * @param language whose endings are taken off, where that can be done; empty if it is not known
     */
    ClassifierTrainer(boolean accents, String language) {
        this.accents = accents;
        this.stemming = Stems.has(language) ? language : "";
    }

    /**
     * @param labels in the order the classifier shall have; every example's label is among them
     */
    Classifier train(List<Example> examples, List<String> labels) {
        var texts = examples.stream().map(example -> Words.of(example.text())).toList();
        var vocabulary = vocabulary(texts);
        List<TextVector> vectors = texts.stream().map(vocabulary::vector).toList();
        var numbers = examples.stream()
                .mapToInt(example -> labels.indexOf(example.label()))
                .toArray();
        var planes = new Planes(vectors, numbers, vocabulary.size()).solve(labels.size());
        return Classifier.of(labels, vocabulary, planes);
    }

    private Vocabulary vocabulary(List<List<Word>> texts) {
        var counts = new HashMap<Integer, Integer>();
        for (var words : texts) {
            countOnce(Features.words(words, stemming).sorted(), counts);
            countOnce(Features.pieces(words, accents).sorted(), counts);
        }
        var least = texts.size() > MANY_ROWS ? 2 : 1;
        var kept = new ArrayList<Integer>();
        counts.forEach((feature, count) -> {
            if (count >= least) {
                kept.add(feature);
            }
        });
        var features = kept.stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(features);
        var rarity = new float[features.length];
        for (var i = 0; i < features.length; i++) {
            rarity[i] = rarity(texts.size(), counts.getOrDefault(features[i], 0));
        }
        return new Vocabulary(features, rarity, rarity(texts.size(), 0), accents, stemming);
    }

    private static float rarity(int texts, int with) {
        return (float) Math.pow(Math.log((1.0 + texts) / (1 + with)) + 1, RARITY_POWER);
    }

    private static void countOnce(int[] sorted, Map<Integer, Integer> counts) {
        for (var i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                counts.merge(sorted[i], 1, Integer::sum);
            }
        }
    }
}
