package dev.shopbell.nlu.train;

import dev.shopbell.nlu.embed.BgeEncoder;
import dev.shopbell.nlu.model.IntentHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Learns what is usual from many small bots whose strangers are known: the weights of words, meaning and the nearest example
 * where a bot has too few rows for them, and what tells in scope from out of scope. For whoever makes this program anew, not
 * for owners.
 */
public final class ScopeLessons {
    /** Every bot counts as so many rows, however many it has. */
    private static final double ROWS_PER_BOT = 100;
    /** Weights of nothing are trusted as little as this many rows. */
    private static final double TRUST = 1;

    private final Sentences sentences = new Sentences(BgeEncoder.shared());
    private final List<Trial> known = new ArrayList<>();
    private final List<GateRegression.Row> byWords = new ArrayList<>();
    private final List<GateRegression.Row> byBoth = new ArrayList<>();

    /**
     * Takes in a bot.
     *
     * @param language of the rows
     * @param examples what it learns from
     * @param asked rows that it has not seen, strangers labelled {@link IntentHead#OUTSIDE}
     */
    public void add(String language, List<Example> examples, List<Example> asked) {
        var judges = new Judges(new ClassifierTrainer(false, language), Optional.of(sentences.in(language)));
        var judge = judges.train(examples, HeadTrainer.labels(examples));
        var fusion = FusionTrainer.ofAll(new CrossValidation(judges).run(examples));
        var trials = asked.stream()
                .map(row -> judge.trial(row.text(), row.label().equals(IntentHead.OUTSIDE) ? "" : row.label()))
                .toList();
        var good = new boolean[trials.size()];
        for (var i = 0; i < good.length; i++) {
            good[i] = trials.get(i).inScope();
        }
        trials.stream().filter(Trial::inScope).forEach(known::add);
        byWords.addAll(GateRegression.rows(trials.stream().map(Trial::wordSigns).toList(), good, ROWS_PER_BOT));
        byBoth.addAll(GateRegression.rows(
                trials.stream().map(trial -> trial.signs(fusion)).toList(), good, ROWS_PER_BOT));
    }

    /** What was learned: the usual weights of scores, then the two resources. */
    public String learned() {
        return "# FusionTrainer: " + FusionTrainer.ofWords(known) + ", " + FusionTrainer.ofAll(known)
                + "\n# scope-by-words.tsv\n" + gate(byWords).table() + "\n# scope.tsv\n"
                + gate(byBoth).table();
    }

    private static UsualGate gate(List<GateRegression.Row> rows) {
        var scales =
                UsualGate.scales(rows.stream().map(GateRegression.Row::signs).toList());
        return scales.with(GateRegression.weights(scales, TRUST, rows));
    }
}
