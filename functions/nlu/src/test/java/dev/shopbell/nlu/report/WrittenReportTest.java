package dev.shopbell.nlu.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WrittenReportTest {
    private static final String EVIL = "<script>alert(1)</script> & \"quotes\" | `pipe` \u202E]( http://x";

    private final Path folder;

    WrittenReportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Answered row(String text, String gold, String said, double confidence) {
        return new Answered(text, gold, said, confidence, false, 1);
    }

    private static List<Answered> rows() {
        return List.of(
                row("when are you open", "hours", "hours", 0.9),
                row("closing time", "hours", "hours", 0.7),
                row("open today", "hours", "location", 0.6),
                row(EVIL, "location", "hours", 0.8),
                row("where are you", "location", "location", 0.95),
                new Answered("play music", "", "hours", 0.3, true, 0),
                new Answered("sing", "", "location", 0.5, false, 0.4),
                new Answered("street", "location", "location", 0.4, true, 0.2));
    }

    private String written(String file, Audit audit) throws Exception {
        Report.write(folder, "Test <set>", Map.of("en", rows()), audit);
        return Files.readString(folder.resolve(file));
    }

    @Test
    void precision_recall_and_f1_are_those_of_the_textbook() {
        var hours = IntentScore.of(rows()).stream()
                .filter(score -> score.intent().equals("hours"))
                .findFirst()
                .orElseThrow();

        assertThat(hours.precision()).isEqualTo(2.0 / 3);
        assertThat(hours.recall()).isEqualTo(2.0 / 3);
        assertThat(hours.f1()).isEqualTo(2.0 / 3);
        assertThat(hours.support()).isEqualTo(3);
    }

    @Test
    void the_figures_tell_refused_from_right() {
        var scores = Scores.of(rows());

        assertThat(scores.accuracy()).isEqualTo(4.0 / 6);
        assertThat(scores.served()).isEqualTo(3.0 / 6);
        assertThat(scores.outsideRecall()).isEqualTo(0.5);
        assertThat(scores.outsidePrecision()).isEqualTo(0.5);
    }

    @Test
    void calibration_errs_by_how_far_sure_and_right_are_apart() {
        var rows = new ArrayList<Answered>();
        for (var i = 0; i < 10; i++) {
            rows.add(row("t" + i, "a", i < 6 ? "a" : "b", 0.8));
        }

        assertThat(Calibration.of(rows).error()).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void the_most_frequent_mistake_comes_first_with_its_surest_sentence() {
        var rows = new ArrayList<>(rows());
        rows.add(row("open now", "hours", "location", 0.99));

        var worst = ConfusedPair.of(rows).getFirst();
        assertThat(worst.gold()).isEqualTo("hours");
        assertThat(worst.said()).isEqualTo("location");
        assertThat(worst.rows()).extracting(Answered::text).containsExactly("open now", "open today");
    }

    @Test
    void what_customers_write_is_shown_and_does_nothing() throws Exception {
        var page = written("report.html", Audit.NONE);

        assertThat(page)
                .doesNotContain("<script", "\u202E", "http-equiv=\"refresh\"")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "Test &lt;set&gt;", "default-src 'none'");
        assertThat(Files.readString(folder.resolve("report.md")))
                .doesNotContain("<script", "]( http")
                .contains("\\|");
    }

    @Test
    void a_page_needs_nothing_from_elsewhere() throws Exception {
        assertThat(written("report.html", Audit.NONE)).doesNotContain("href", "src=", "<link", "url(", "@import");
    }

    @Test
    void charts_are_well_formed_and_have_a_title_for_those_who_cannot_see_them() throws Exception {
        var audit = Audit.of(rows(), "en", 1, (text, gold) -> row(text, gold, "hours", 0.5));
        written("report.html", audit);

        for (var chart : List.of("calibration.svg", "confusion.svg", "groups.svg")) {
            var svg = Files.readString(folder.resolve(chart));
            var root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement();
            assertThat(root.getFirstChild().getNodeName()).isEqualTo("title");
            assertThat(root.getAttribute("role")).isEqualTo("img");
            assertThat(svg).doesNotContain("NaN", "Infinity");
        }
    }

    @Test
    void a_heat_map_of_many_intents_shows_those_that_were_mistaken() {
        var rows = new ArrayList<Answered>();
        for (var i = 0; i < 150; i++) {
            rows.add(row("t" + i, "intent_" + i, "intent_" + (i < 10 ? i + 1 : i), 0.9));
        }

        assertThat(ConfusionChart.of(rows))
                .contains("The 11 of 150 intents that are mistaken for one another", ">intent_3<")
                .doesNotContain(">intent_99<");
    }

    @Test
    void languages_are_told_apart() throws Exception {
        var byLanguage = new LinkedHashMap<String, List<Answered>>();
        byLanguage.put("en", rows());
        byLanguage.put("es", List.of(row("hola", "hours", "hours", 0.9)));
        Report.write(folder, "Two", byLanguage, Audit.NONE);

        assertThat(folder.resolve("report.md")).content().contains("| en | 8 |", "| es | 1 | 100.0 % |", "| all | 9 |");
        assertThat(folder.resolve("groups.svg")).doesNotExist();
    }

    @Test
    void nothing_at_all_can_be_reported() throws Exception {
        Report.write(folder, "Empty", Map.of(), Audit.NONE);

        assertThat(folder.resolve("report.html")).content().contains("0 rows").doesNotContain("NaN");
    }

    @Test
    void the_same_rows_make_the_same_bytes() throws Exception {
        var one = written("report.html", Audit.of(rows(), "en", 1, (text, gold) -> row(text, gold, "hours", 0.5)));
        var two = written("report.html", Audit.of(rows(), "en", 1, (text, gold) -> row(text, gold, "hours", 0.5)));

        assertThat(one).isEqualTo(two);
    }
}
