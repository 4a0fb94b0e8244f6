package dev.shopbell.nlu.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes what an examination showed: {@code report.html}, one page that needs nothing from elsewhere, {@code report.md} for
 * the same in a repository, and the charts as SVG. The same rows make the same bytes.
 *
 * <pre>{@code
 * var audit = Audit.of(answered, "en", 1, (text, gold) -> answer(text, gold));
 * Report.write(folder, "CLINC150", Map.of("en", answered), audit);
 * }</pre>
 */
public final class Report {
    static final String CALIBRATION = "calibration.svg";
    static final String CONFUSION = "confusion.svg";
    static final String GROUPS = "groups.svg";
    private static final String PAGE = "report.html";
    private static final String MARKDOWN = "report.md";

    private Report() {}

    /**
     * Writes the files; those that are there already are replaced.
     *
     * @param folder made if it is not there
     * @param title of the report, such as the data set's name
     * @param byLanguage the rows by BCP 47 language ({@code ""} where it is not known), told in the map's order
     * @param audit {@link Audit#NONE} to leave that part out
     * @throws IOException if the folder cannot be written
     */
    public static void write(Path folder, String title, Map<String, List<Answered>> byLanguage, Audit audit)
            throws IOException {
        var findings = Findings.of(title, byLanguage, audit);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(CALIBRATION), findings.calibrationChart());
        Files.writeString(folder.resolve(CONFUSION), findings.confusionChart());
        if (findings.groupChart().isEmpty()) {
            Files.deleteIfExists(folder.resolve(GROUPS)); // of an earlier report
        } else {
            Files.writeString(folder.resolve(GROUPS), findings.groupChart());
        }
        Files.writeString(folder.resolve(MARKDOWN), MarkdownReport.of(findings));
        Files.writeString(folder.resolve(PAGE), HtmlReport.of(findings));
    }
}
