package dev.shopbell.nlu.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The report as Markdown, with the charts as files beside it. */
final class MarkdownReport {
    private static final int MOST_PAIRS = 25;
    private static final int MOST_SENTENCES = 3;

    private MarkdownReport() {}

    static String of(Findings findings) {
        var scores = new ArrayList<List<String>>();
        findings.languages().forEach((language, of) -> scores.add(Figures.scores(language, of)));
        if (scores.size() > 1) {
            scores.add(Figures.scores("all", findings.total()));
        }
        var out = new StringBuilder("# " + Escaped.markdown(findings.title()) + "\n\n")
                .append(table(Figures.SCORES, scores))
                .append("\n## Calibration\n\n![Confidence against accuracy](" + Report.CALIBRATION + ")\n")
                .append("\n## What is mistaken for what\n\n![Heat map of mistakes](" + Report.CONFUSION + ")\n\n");
        findings.pairs().stream().limit(MOST_PAIRS).forEach(pair -> out.append("- ")
                .append(Escaped.markdown(Figures.pair(pair)))
                .append(pair.rows().stream()
                        .limit(MOST_SENTENCES)
                        .map(row -> "\n  - " + Escaped.markdown(Figures.sentence(row)))
                        .collect(Collectors.joining()))
                .append('\n'));
        if (!findings.groupChart().isEmpty()) {
            out.append("\n## Who is understood worse?\n\n")
                    .append(Escaped.markdown(Figures.audit(findings.audit())))
                    .append("\n\n![Change by group](" + Report.GROUPS + ")\n\n")
                    .append(table(
                            Figures.GROUPS,
                            findings.audit().groups().stream()
                                    .map(Figures::group)
                                    .toList()));
        }
        return out.append("\n## Intents, the worst first\n\n")
                .append(table(
                        Figures.INTENTS,
                        findings.intents().stream().map(Figures::intent).toList()))
                .toString();
    }

    private static String table(List<String> head, List<List<String>> rows) {
        return row(head) + "|" + " --- |".repeat(head.size()) + "\n"
                + rows.stream().map(MarkdownReport::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Escaped::markdown).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
