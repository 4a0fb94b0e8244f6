package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.IntentHead;
import dev.shopbell.nlu.model.Languages;
import dev.shopbell.nlu.model.NluModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Learns a whole model: the languages, then the intents of each. */
public final class ModelTrainer {
    private final Consumer<String> progress;

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
        for (var entry : set.examples().entrySet()) {
            var intents =
                    entry.getValue().stream().map(Example::label).distinct().count();
            progress.accept(
                    "Learning " + intents + " intents from " + entry.getValue().size() + " examples"
                            + (entry.getKey().isEmpty() ? "" : " in \"" + entry.getKey() + "\""));
            heads.add(new HeadTrainer().train(entry.getKey(), entry.getValue(), validation));
        }
        return new NluModel(heads, languages(set), set.entities(), set.flows());
    }

    private Languages languages(TrainingSet set) {
        var rows = new ArrayList<>(phrases());
        set.examples().forEach((language, examples) -> {
            if (!language.isEmpty()) {
                examples.stream()
                        .filter(example -> !example.label().equals(IntentHead.OUTSIDE))
                        .limit(MOST_EXAMPLES_PER_LANGUAGE)
                        .forEach(example -> rows.add(new Example(example.text(), Languages.languageOf(language))));
            }
        });
        var trainer = new ClassifierTrainer(true);
        var classifier = trainer.train(rows, HeadTrainer.labels(rows));
        return new Languages(classifier, Sharpness.fit(new CrossValidation(trainer).run(rows)));
    }

    /** More would say little new of a language, and drown the others. */
    private static final int MOST_EXAMPLES_PER_LANGUAGE = 500;

    private static List<Example> phrases() {
        var rows = new ArrayList<Example>();
        var resource = Objects.requireNonNull(
                ModelTrainer.class.getResourceAsStream("phrases.txt"), "phrases.txt is missing in the package");
        try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    var tab = line.indexOf('\t');
                    for (var phrase : line.substring(tab + 1).split("\\|", -1)) {
                        rows.add(new Example(phrase, line.substring(0, tab)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
