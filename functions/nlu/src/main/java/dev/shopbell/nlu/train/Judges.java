package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.Classifier;
import dev.shopbell.nlu.model.IntentHead;
import dev.shopbell.nlu.model.Meaning;
import dev.shopbell.nlu.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Trains what judges a row: words, and meaning where sentences are encoded.
 *
 * @param sentences empty to judge by words alone
 */
record Judges(ClassifierTrainer words, Optional<Sentences> sentences) {

    Judge train(List<Example> rows, List<String> labels) {
        return new Judge(
                words.train(rows, labels),
                sentences.map(all -> new MeaningTrainer(all).train(rows, labels)),
                sentences.map(all -> vectors(rows, all)).orElse(Map.of()),
                sentences);
    }

    private static Map<String, List<float[]>> vectors(List<Example> rows, Sentences sentences) {
        var vectors = new HashMap<String, List<float[]>>();
        for (var row : rows) {
            vectors.computeIfAbsent(row.label(), label -> new ArrayList<>()).add(sentences.vector(row.text()));
        }
        return vectors;
    }

    /** @param examples sentence vectors by label */
    record Judge(
            Classifier classifier,
            Optional<Meaning> meaning,
            Map<String, List<float[]>> examples,
            Optional<Sentences> sentences) {
        /** The right intent's rank is hardly ever lower by both scores. */
        private static final int WORTH_A_LOOK = 3;

        /** How a row is judged; an intent that is not known here is out of scope, as is the empty one. */
        Trial trial(String text, String intent) {
            var labels = classifier.labels();
            var outside = labels.indexOf(IntentHead.OUTSIDE);
            var intents = outside < 0 ? labels.size() : outside;
            var vector = classifier.vector(Words.of(text));
            var ofWords = classifier.scores(vector);
            var gold = intent.isEmpty() ? -1 : labels.indexOf(intent);
            if (meaning.isEmpty() || sentences.isEmpty()) {
                return new Trial(intents, ofWords, new double[0], new double[intents], vector, gold);
            }
            var sentence = sentences.get().vector(text);
            var ofMeaning = meaning.get().scores(sentence);
            var nearest = new double[intents];
            var worth = new TreeSet<>(top(ofWords, intents));
            worth.addAll(top(ofMeaning, intents));
            for (var label : worth) {
                nearest[label] = nearest(examples.getOrDefault(labels.get(label), List.of()), sentence);
            }
            return new Trial(intents, ofWords, ofMeaning, nearest, vector, gold);
        }

        private static Set<Integer> top(double[] scores, int intents) {
            return new TreeSet<>(IntStream.range(0, intents)
                    .boxed()
                    .sorted(Comparator.comparingDouble(label -> -scores[label]))
                    .limit(WORTH_A_LOOK)
                    .toList());
        }

        private static double nearest(List<float[]> vectors, float[] sentence) {
            var best = 0.0;
            for (var vector : vectors) {
                var likeness = 0f;
                for (var i = 0; i < sentence.length; i++) {
                    likeness += vector[i] * sentence[i];
                }
                best = Math.max(best, likeness);
            }
            return best;
        }
    }
}
