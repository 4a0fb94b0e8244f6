package dev.shopbell.nlu.train;

import dev.shopbell.nlu.embed.BgeEncoder;
import dev.shopbell.nlu.model.IntentHead;
import dev.shopbell.nlu.model.Languages;
import dev.shopbell.nlu.model.NluModel;
import dev.shopbell.nlu.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Learns a whole model: the languages, then the intents of each. */
public final class ModelTrainer {
    /** More would say little new of a language, and drown the others. */
    private static final int MOST_EXAMPLES_PER_LANGUAGE = 500;
    /** A phrase that scores so for an intent may well be what the owner means by it; 1 is a typical example. */
    private static final double MAY_BE_MEANT = 0.5;
    /** From this share of examples on, their language is known. */
    private static final double MOST_OF_THEM = 0.6;

    private final Consumer<String> progress;
    private final Sentences sentences = new Sentences(BgeEncoder.shared());

    /** @param progress told in words how far training is */
    public ModelTrainer(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Learns.
     *
     * @param validation rows to choose thresholds by; empty to cross-validate
     * @throws IllegalArgumentException if there is nothing to learn from
     */
    public NluModel train(TrainingSet set, List<Example> validation) {
        var heads = new ArrayList<IntentHead>();
        var languages = languages(set);
        for (var entry : set.examples().entrySet()) {
            var rows = new ArrayList<>(entry.getValue());
            progress.accept("Learning " + HeadTrainer.labels(rows).size() + " intents from " + rows.size() + " examples"
                    + (entry.getKey().isEmpty() ? "" : " in \"" + entry.getKey() + "\""));
            if (set.shop()) {
                rows.addAll(elsewhere(entry.getKey(), entry.getValue()));
            }
            var written = written(entry.getKey(), entry.getValue(), languages);
            var read = sentences.in(written);
            read.learn(rows.stream().map(Example::text).toList(), progress);
            read.learn(validation.stream().map(Example::text).toList(), progress);
            heads.add(new HeadTrainer(written, Optional.of(read)).train(entry.getKey(), rows, validation));
        }
        return new NluModel(heads, languages, set.entities(), set.flows());
    }

    /** Phrases that no shop can answer, without those that this one seems to. */
    private static List<Example> elsewhere(String language, List<Example> rows) {
        var classifier = new ClassifierTrainer(false, language).train(rows, HeadTrainer.labels(rows));
        return Phrases.ELSEWHERE.all().stream()
                .filter(phrase -> phrase.label().equals(Languages.languageOf(language)))
                .filter(phrase -> Arrays.stream(classifier.scores(classifier.vector(Words.of(phrase.text()))))
                        .allMatch(score -> score < MAY_BE_MEANT))
                .map(phrase -> new Example(phrase.text(), IntentHead.OUTSIDE))
                .toList();
    }

    /** The language that examples are written in: the one given, or that of most of them; empty if they are mixed. */
    private static String written(String language, List<Example> rows, Languages languages) {
        if (!language.isEmpty()) {
            return Languages.languageOf(language);
        }
        var counts = new TreeMap<String, Integer>();
        var looked = rows.subList(0, Math.min(rows.size(), MOST_EXAMPLES_PER_LANGUAGE));
        looked.forEach(row -> counts.merge(languages.guess(row.text(), "").language(), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > MOST_OF_THEM * looked.size())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static Languages languages(TrainingSet set) {
        var own = new TreeMap<String, List<String>>();
        set.examples().forEach((language, examples) -> {
            if (!language.isEmpty()) {
                own.put(
                        Languages.languageOf(language),
                        examples.stream()
                                .filter(example -> !example.label().equals(IntentHead.OUTSIDE))
                                .limit(MOST_EXAMPLES_PER_LANGUAGE)
                                .map(Example::text)
                                .toList());
            }
        });
        return LanguageTrainer.train(own);
    }
}
