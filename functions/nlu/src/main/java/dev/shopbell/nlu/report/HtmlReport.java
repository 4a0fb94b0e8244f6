package dev.shopbell.nlu.report;

import java.util.ArrayList;
import java.util.List;

/** The report as one page that needs nothing from elsewhere, and runs no script. */
final class HtmlReport {
    private static final int MOST_PAIRS = 25;
    private static final int MOST_SENTENCES = 6;
    private static final String STYLE = """
            :root { color-scheme: light; }
            body { font: 16px/1.5 system-ui, sans-serif; color: #1b1f24; background: #fff; max-width: 68rem;
              margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.7rem; margin-bottom: 0; } h2 { margin-top: 2.5rem; font-size: 1.25rem; }
            p.lead, .note { color: #57606a; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; font-size: .9rem; }
            th { text-align: left; vertical-align: bottom; border-bottom: 2px solid #1b1f24; padding: .3rem .7rem; }
            td { border-bottom: 1px solid #d8dee4; padding: .25rem .7rem; vertical-align: top; }
            td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            svg { max-width: 100%; height: auto; display: block; margin: 1rem 0; }
            .wide svg { max-width: none; }
            details { margin: .4rem 0; } summary { cursor: pointer; } li { overflow-wrap: anywhere; }
            @media print { details { break-inside: avoid; } }
            """;

    private final Findings findings;
    private final StringBuilder out = new StringBuilder();

    private HtmlReport(Findings findings) {
        this.findings = findings;
    }

    static String of(Findings findings) {
        return new HtmlReport(findings).write();
    }

    private String write() {
        var title = Escaped.markup(findings.title());
        out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .append("<title>")
                .append(title)
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(title)
                .append("</h1>\n");
        paragraph(
                "lead",
                findings.total().rows() + " rows: "
                        + Figures.percent(findings.total().served())
                        + " of the questions in scope are answered rightly, "
                        + Figures.percent(findings.total().accuracy()) + " would be if none were refused.");
        scores();
        heading("Calibration");
        out.append(findings.calibrationChart());
        confusions();
        groups();
        heading("Intents, the worst first");
        table(Figures.INTENTS, findings.intents().stream().map(Figures::intent).toList(), 1, List.of());
        return out.append("</body>\n</html>\n").toString();
    }

    private void scores() {
        heading("Figures" + (findings.languages().size() > 1 ? " by language" : ""));
        var rows = new ArrayList<List<String>>();
        findings.languages().forEach((language, scores) -> rows.add(Figures.scores(language, scores)));
        if (rows.size() > 1) {
            rows.add(Figures.scores("all", findings.total()));
        }
        table(Figures.SCORES, rows, 1, List.of());
    }

    private void confusions() {
        heading("What is mistaken for what");
        out.append("<div class=\"wide\">").append(findings.confusionChart()).append("</div>\n");
        for (var pair : findings.pairs().stream().limit(MOST_PAIRS).toList()) {
            out.append("<details><summary>")
                    .append(Escaped.markup(Figures.pair(pair)))
                    .append("</summary><ul>");
            pair.rows().stream().limit(MOST_SENTENCES).forEach(row -> out.append("<li>")
                    .append(Escaped.markup(Figures.sentence(row)))
                    .append("</li>"));
            out.append("</ul></details>\n");
        }
        if (findings.pairs().size() > MOST_PAIRS) {
            paragraph("note", "And " + (findings.pairs().size() - MOST_PAIRS) + " pairs more, rarer ones.");
        }
    }

    private void groups() {
        if (findings.groupChart().isEmpty()) {
            return;
        }
        heading("Who is understood worse?");
        paragraph("note", Figures.audit(findings.audit()));
        out.append("<div class=\"wide\">").append(findings.groupChart()).append("</div>\n");
        table(
                Figures.GROUPS,
                findings.audit().groups().stream().map(Figures::group).toList(),
                2,
                List.of(7));
    }

    private void heading(String words) {
        out.append("<h2>").append(Escaped.markup(words)).append("</h2>\n");
    }

    private void paragraph(String kind, String words) {
        out.append("<p class=\"")
                .append(kind)
                .append("\">")
                .append(Escaped.markup(words))
                .append("</p>\n");
    }

    /**
     * @param words how many of the first columns are words; numbers are set to the right
     * @param wordsToo further columns of words
     */
    private void table(List<String> head, List<List<String>> rows, int words, List<Integer> wordsToo) {
        out.append("<div class=\"wide\"><table>\n<thead><tr>");
        for (var i = 0; i < head.size(); i++) {
            cell("th", i < words || wordsToo.contains(i), head.get(i));
        }
        out.append("</tr></thead>\n<tbody>\n");
        for (var row : rows) {
            out.append("<tr>");
            for (var i = 0; i < row.size(); i++) {
                cell("td", i < words || wordsToo.contains(i), row.get(i));
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table></div>\n");
    }

    private void cell(String tag, boolean words, String text) {
        out.append('<').append(tag);
        if (tag.equals("th")) {
            out.append(" scope=\"col\"");
        }
        out.append(words ? ">" : " class=\"number\">")
                .append(Escaped.markup(text))
                .append("</")
                .append(tag)
                .append('>');
    }
}
