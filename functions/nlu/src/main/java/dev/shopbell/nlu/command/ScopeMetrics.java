package dev.shopbell.nlu.command;

import dev.shopbell.nlu.report.Answered;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How well a small bot tells what it is for from what it is not, in shares of 1; NaN where there were no such rows.
 *
 * @param accuracy rows in scope whose best intent is right
 * @param kept of these, the share that was not refused
 * @param near strangers of the bot's own subject that were refused
 * @param far strangers of other subjects that were refused
 * @param nonsense random letters and other languages that were refused
 * @param auroc chance that a row in scope looks more so than a stranger
 */
record ScopeMetrics(double accuracy, double kept, double near, double far, double nonsense, double auroc) {
    static final String HEADING = String.format(
            Locale.ROOT, "%-26s %8s %8s %8s %8s %8s %8s", "bot", "right", "kept", "near", "far", "nonsense", "auroc");

    /** @param kind of stranger; empty for a row in scope */
    record Answer(String kind, Answered answered) {}

    static ScopeMetrics of(List<Answer> answers) {
        var right =
                answers.stream().filter(answer -> answer.answered().isRight()).toList();
        return new ScopeMetrics(
                share(ofKind(answers, ""), answer -> answer.answered().isRight()),
                share(right, answer -> !answer.answered().refused()),
                refused(answers, "near"),
                refused(answers, "far"),
                refused(answers, "nonsense"),
                auroc(answers));
    }

    private static List<Answer> ofKind(List<Answer> answers, String kind) {
        return answers.stream().filter(answer -> answer.kind().equals(kind)).toList();
    }

    private static double refused(List<Answer> answers, String kind) {
        return share(ofKind(answers, kind), answer -> answer.answered().refused());
    }

    private static double share(List<Answer> answers, Predicate<Answer> which) {
        return answers.isEmpty()
                ? Double.NaN
                : (double) answers.stream().filter(which).count() / answers.size();
    }

    private static double auroc(List<Answer> answers) {
        var strangers =
                answers.stream().filter(answer -> !answer.kind().isEmpty()).toList();
        var won = 0.0;
        for (var known : ofKind(answers, "")) {
            for (var stranger : strangers) {
                won += (1
                                + Math.signum(known.answered().inScope()
                                        - stranger.answered().inScope()))
                        / 2;
            }
        }
        return won / (strangers.size() * (answers.size() - strangers.size()));
    }

    static ScopeMetrics mean(List<ScopeMetrics> all) {
        return new ScopeMetrics(
                mean(all, ScopeMetrics::accuracy),
                mean(all, ScopeMetrics::kept),
                mean(all, ScopeMetrics::near),
                mean(all, ScopeMetrics::far),
                mean(all, ScopeMetrics::nonsense),
                mean(all, ScopeMetrics::auroc));
    }

    private static double mean(List<ScopeMetrics> all, ToDoubleFunction<ScopeMetrics> of) {
        return all.stream().mapToDouble(of).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    /** In per cent, as a line under {@link #HEADING}. */
    String line(String name) {
        return String.format(
                Locale.ROOT,
                "%-26s %8.1f %8.1f %8.1f %8.1f %8.1f %8.1f",
                name,
                100 * accuracy,
                100 * kept,
                100 * near,
                100 * far,
                100 * nonsense,
                100 * auroc);
    }
}
