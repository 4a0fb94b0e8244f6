package dev.shopbell.nlu.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The tables of a report as words, the same for a page and for Markdown. */
final class Figures {
    static final List<String> SCORES = List.of(
            "language",
            "rows",
            "right",
            "right and not refused",
            "macro F1",
            "out of scope refused",
            "refusals right",
            "calibration error");
    static final List<String> INTENTS = List.of("intent", "rows", "precision", "recall", "F1", "refused");
    static final List<String> GROUPS = List.of(
            "varied", "group", "rows", "served otherwise", "served", "change in points", "lost / won", "for example");

    private Figures() {}

    static List<String> scores(String name, Scores scores) {
        return List.of(
                name,
                String.valueOf(scores.rows()),
                percent(scores.accuracy()),
                percent(scores.served()),
                percent(scores.macroF1()),
                percent(scores.outsideRecall()),
                percent(scores.outsidePrecision()),
                percent(scores.calibrationError()));
    }

    static List<String> intent(IntentScore score) {
        return List.of(
                score.intent(),
                String.valueOf(score.support()),
                percent(score.precision()),
                score.support() == 0 ? "–" : percent(score.recall()),
                percent(score.f1()),
                String.valueOf(score.refused()));
    }

    static List<String> group(GroupResult group) {
        return List.of(
                group.dimension(),
                group.name(),
                String.valueOf(group.rows()),
                percent(group.before()),
                percent(group.after()),
                GroupChart.points(group.change()) + (group.isClear() ? " *" : ""),
                group.lost() + " / " + group.won(),
                group.samples().isEmpty() ? "" : quoted(group.samples().getFirst()));
    }

    static String pair(ConfusedPair pair) {
        return pair.gold() + " taken for " + pair.said() + ": " + pair.rows().size()
                + (pair.rows().size() == 1 ? " row" : " rows");
    }

    static String sentence(Answered row) {
        return quoted(row) + " (" + percent(row.confidence()) + (row.refused() ? ", refused)" : ")");
    }

    private static String quoted(Answered row) {
        var text = row.text();
        var shown = text.length() <= 160 ? text : text.substring(0, text.offsetByCodePoints(0, 80)) + "…";
        return "“" + shown + "”";
    }

    static String percent(@Nullable Double share) {
        return share == null ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** What is told above the groups. */
    static String audit(Audit audit) {
        var worse = audit.groups().stream()
                .filter(group -> group.isClear() && group.change() < 0)
                .map(group -> group.name() + " (" + GroupChart.points(group.change()) + ")")
                .toList();
        var names = audit.groups().stream()
                .filter(group -> group.dimension().equals(Names.DIMENSION))
                .skip(1) // any name
                .mapToDouble(GroupResult::after)
                .summaryStatistics();
        return (worse.isEmpty()
                        ? "No group is understood worse beyond what chance explains."
                        : "Understood worse beyond what chance explains: " + String.join(", ", worse) + ".")
                + (names.getCount() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " Between the best and the worst understood names lie %.1f points.",
                                100 * (names.getMax() - names.getMin())))
                + " Each row is compared with itself as it was, with a name in it with what most names get; * marks changes beyond chance (95 %). With this many groups, one in"
                + " twenty is marked by chance alone.";
    }
}
