package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.Fusion;
import dev.shopbell.nlu.model.Gate;
import dev.shopbell.nlu.model.IntentHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Learns the intents of one language, how sure to be of them, and what to turn away. */
final class HeadTrainer {
    /** So many out-of-scope rows of the owner's own are worth more than ours made up. */
    private static final int ENOUGH_OUTSIDERS = 20;
    /** Meaning costs milliseconds; it must make this share of rows right, or this share of surprise go away. */
    private static final double LEAST_GAIN = 0.005;

    private static final double LEAST_SURPRISE_GAIN = 0.05;

    private final String written;
    private final ClassifierTrainer words;
    private final Optional<Sentences> sentences;

    /**
     * @param written the language that the examples are written in; empty if it is not known
     * @param sentences empty to learn words alone
     */
    HeadTrainer(String written, Optional<Sentences> sentences) {
        this.written = written;
        this.words = new ClassifierTrainer(false, written);
        this.sentences = sentences;
    }

    /**
     * Learns from examples; out-of-scope ones carry {@link IntentHead#OUTSIDE}.
     *
     * @param language BCP 47; empty if the rows are of any language
     * @param validation rows to choose the threshold by; empty to cross-validate on the examples
     */
    IntentHead train(String language, List<Example> examples, List<Example> validation) {
        var labels = labels(examples);
        var judges = new Judges(words, sentences);
        var judge = judges.train(examples, labels);
        var trials = new ArrayList<Trial>();
        for (var row : validation) {
            var known = labels.contains(row.label()) && !row.label().equals(IntentHead.OUTSIDE);
            trials.add(judge.trial(row.text(), known ? row.label() : ""));
        }
        var owned = trials.stream().filter(trial -> !trial.inScope()).count() >= ENOUGH_OUTSIDERS;
        if (!owned) {
            trials.addAll(new CrossValidation(judges).run(examples));
        }

        var alone = FusionTrainer.ofWords(trials);
        var fusion = judge.meaning().isPresent() ? FusionTrainer.ofAll(trials) : alone;
        var helps = fusion.meaning() > 0 && helps(trials, alone, fusion);
        if (!helps) {
            var gate = scope(trials, Trial::wordSigns, alone, owned);
            return new IntentHead(
                    language,
                    written,
                    judge.classifier(),
                    alone.words(),
                    Gate.shut(),
                    Optional.empty(),
                    alone,
                    gate,
                    judge.examples().withoutVectors(),
                    right(trials, alone) / inside(trials));
        }
        var gate = scope(trials, trial -> trial.signs(fusion), fusion, owned);
        return new IntentHead(
                language,
                written,
                judge.classifier(),
                alone.words(),
                GateTrainer.ofSureness(trials, fusion, strangers(examples, trials, owned)),
                judge.meaning(),
                fusion,
                gate,
                judge.examples(),
                right(trials, fusion) / inside(trials));
    }

    private static Gate scope(List<Trial> trials, Function<Trial, double[]> signs, Fusion fusion, boolean shown) {
        return trials.isEmpty()
                ? Gate.open()
                : shown ? GateTrainer.ofShownScope(trials, signs, fusion) : GateTrainer.ofScope(trials, signs);
    }

    /** Rows out of scope, judged by words; besides those of validation, intents that are left out in turn. */
    private List<Trial> strangers(List<Example> examples, List<Trial> trials, boolean owned) {
        var strangers = new ArrayList<>(trials);
        if (owned) {
            strangers.addAll(new CrossValidation(new Judges(words, Optional.empty())).run(examples));
        }
        strangers.removeIf(Trial::inScope);
        return strangers;
    }

    private static boolean helps(List<Trial> trials, Fusion alone, Fusion fusion) {
        var gain = right(trials, fusion) - right(trials, alone);
        return gain / inside(trials) >= LEAST_GAIN
                || FusionTrainer.surprise(trials, fusion)
                        < (1 - LEAST_SURPRISE_GAIN) * FusionTrainer.surprise(trials, alone);
    }

    private static double inside(List<Trial> trials) {
        return Math.max(1, (double) trials.stream().filter(Trial::inScope).count());
    }

    private static long right(List<Trial> trials, Fusion fusion) {
        return trials.stream().filter(trial -> trial.right(fusion)).count();
    }

    /** The labels of examples in alphabetical order, {@link IntentHead#OUTSIDE} last. */
    static List<String> labels(List<Example> examples) {
        var outside = examples.stream().anyMatch(row -> row.label().equals(IntentHead.OUTSIDE));
        var names = examples.stream()
                .map(Example::label)
                .filter(label -> !label.equals(IntentHead.OUTSIDE))
                .distinct()
                .sorted();
        return (outside ? Stream.concat(names, Stream.of(IntentHead.OUTSIDE)) : names).toList();
    }
}
