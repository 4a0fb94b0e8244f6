package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.Classifier;
import dev.shopbell.nlu.model.Examples;
import dev.shopbell.nlu.model.Fusion;
import dev.shopbell.nlu.model.IntentHead;
import dev.shopbell.nlu.model.Meaning;
import dev.shopbell.nlu.model.Whitening;
import dev.shopbell.nlu.text.Words;
import java.util.List;
import java.util.Optional;

/**
 * Trains what judges a row: words, and meaning where sentences are encoded.
 *
 * @param sentences empty to judge by words alone
 */
record Judges(ClassifierTrainer words, Optional<Sentences> sentences) {

    Judge train(List<Example> rows, List<String> labels) {
        var byLabel = labels.stream()
                .map(label -> rows.stream()
                        .filter(row -> row.label().equals(label))
                        .map(Example::text)
                        .toList())
                .toList();
        var vectors = sentences
                .map(all -> byLabel.stream()
                        .map(texts -> texts.stream().map(all::vector).toList())
                        .toList())
                .orElse(List.of());
        return new Judge(
                words.train(rows, labels),
                sentences.map(all -> new MeaningTrainer(all).train(rows, labels)),
                Examples.of(byLabel, vectors, vectors.isEmpty() ? Whitening.NONE : WhiteningTrainer.train(vectors)),
                sentences);
    }

    record Judge(Classifier classifier, Optional<Meaning> meaning, Examples examples, Optional<Sentences> sentences) {
        private static final double[] NOT_ASKED = {};

        /** How a row is judged; an intent that is not known here is out of scope, as is the empty one. */
        Trial trial(String text, String intent) {
            var labels = classifier.labels();
            var outside = labels.indexOf(IntentHead.OUTSIDE);
            var intents = outside < 0 ? labels.size() : outside;
            var vector = classifier.vector(Words.of(text));
            var ofWords = classifier.scores(vector);
            var gold = intent.isEmpty() ? -1 : labels.indexOf(intent);
            if (meaning.isEmpty() || sentences.isEmpty()) {
                return new Trial(intents, ofWords, NOT_ASKED, NOT_ASKED, vector, gold);
            }
            var sentence = sentences.get().vector(text);
            var ofMeaning = meaning.get().scores(sentence);
            var looked = Fusion.worthALook(ofWords, ofMeaning, intents);
            var nearest = examples.likeness(sentence, looked, labels.size());
            return new Trial(intents, ofWords, ofMeaning, nearest, vector, gold);
        }
    }
}
