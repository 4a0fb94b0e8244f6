package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.IntentHead;
import java.util.List;

/** Learns the intents of one language, how sure to be of them, and what to turn away. */
public final class HeadTrainer {
    /** An owner is hurt more by a question turned away than by a wrong suggestion: at most so many understood are refused. */
    private static final double MOST_REFUSED = 0.03;
    /** So many out-of-scope rows of the owner's own are worth more than ours made up. */
    private static final int ENOUGH_OUTSIDERS = 20;

    private final ClassifierTrainer trainer = new ClassifierTrainer(false);

    /**
     * Learns from examples; out-of-scope ones carry {@link IntentHead#OUTSIDE}.
     *
     * @param language BCP 47; empty if the rows are of any language
     * @param validation rows to choose the threshold by; empty to cross-validate on the examples
     */
    public IntentHead train(String language, List<Example> examples, List<Example> validation) {
        var labels = labels(examples);
        var classifier = trainer.train(examples, labels);
        var trials = validation.isEmpty()
                ? new CrossValidation(trainer).run(examples)
                : validation.stream()
                        .map(row -> CrossValidation.trial(
                                row.text(),
                                labels.contains(row.label()) && !row.label().equals(IntentHead.OUTSIDE)
                                        ? row.label()
                                        : "",
                                classifier))
                        .toList();
        var owned =
                trials.stream().filter(trial -> !trial.inScope()).count() >= ENOUGH_OUTSIDERS && !validation.isEmpty();
        var gate = new GateTrainer(owned ? 1 : MOST_REFUSED).train(trials);
        return new IntentHead(language, classifier, Sharpness.fit(trials), gate);
    }

    /** The labels of examples in alphabetical order, {@link IntentHead#OUTSIDE} last. */
    static List<String> labels(List<Example> examples) {
        var outside = examples.stream().anyMatch(row -> row.label().equals(IntentHead.OUTSIDE));
        var names = examples.stream()
                .map(Example::label)
                .filter(label -> !label.equals(IntentHead.OUTSIDE))
                .distinct()
                .sorted();
        return (outside ? java.util.stream.Stream.concat(names, java.util.stream.Stream.of(IntentHead.OUTSIDE)) : names)
                .toList();
    }
}
