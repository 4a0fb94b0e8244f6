package dev.shopbell.nlu.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.nlu.model.Languages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences examined are none of those that are learned from; {@code target/languages.txt} has the figures. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguageOfAMessageTest {
    private static final Languages LANGUAGES = LanguageTrainer.train(Map.of());

    private record Said(String text, String language) {}

    private static String told(String text) {
        return LANGUAGES.guess(text, "").language();
    }

    @Test
    void is_told_for_most_of_what_is_said() throws IOException {
        var report = new StringBuilder();
        var looked = figures("sentences that were looked at while the recipe was chosen", notLearned(looked()), report);
        var fresh = figures("others that were looked at, of other subjects", notLearned(read("fresh")), report);
        var unseen = figures("sentences that were not looked at", notLearned(read("unseen")), report);
        var rare = figures("fifteen languages that are written more seldom", notLearned(read("rare")), report);
        Files.writeString(Path.of("target/languages.txt"), report);

        assertThat(looked).isGreaterThan(0.965);
        assertThat(fresh).isGreaterThan(0.95);
        assertThat(unseen).isGreaterThan(0.945);
        assertThat(rare).isGreaterThan(0.87);
    }

    /** Greetings and the like are among what is learned from. */
    private static List<Said> notLearned(List<Said> all) {
        var learned = new HashMap<String, Set<String>>();
        return all.stream()
                .filter(said -> !learned.computeIfAbsent(
                                said.language(), language -> new HashSet<>(LanguageTexts.sentences(language)))
                        .contains(said.text()))
                .toList();
    }

    /** The share told rightly; adds a table to the report. */
    private static double figures(String title, List<Said> all, StringBuilder report) {
        report.append(title).append('\n');
        row(report, "all", all);
        row(
                report,
                "without Serbian and Croatian",
                all.stream().filter(said -> !isSerboCroatian(said)).toList());
        row(report, "1-2 words", all.stream().filter(said -> length(said) <= 2).toList());
        row(
                report,
                "3-4 words",
                all.stream()
                        .filter(said -> length(said) == 3 || length(said) == 4)
                        .toList());
        row(
                report,
                "5 words or more",
                all.stream().filter(said -> length(said) >= 5).toList());
        for (var language : languages(all)) {
            row(
                    report,
                    language,
                    all.stream()
                            .filter(said -> said.language().equals(language))
                            .toList());
        }
        return share(all);
    }

    private static boolean isSerboCroatian(Said said) {
        return said.language().equals("sr") || said.language().equals("hr");
    }

    private static int length(Said said) {
        return said.text().split(" ", -1).length;
    }

    private static void row(StringBuilder report, String name, List<Said> said) {
        report.append(String.format(Locale.ROOT, "  %-28s %5.1f %% of %d%n", name, 100 * share(said), said.size()));
    }

    private static double share(List<Said> all) {
        var right = all.stream()
                .filter(said -> told(said.text()).equals(said.language()))
                .count();
        return (double) right / all.size();
    }

    private static List<Said> looked() throws IOException {
        var all = new ArrayList<Said>();
        for (var language : languages(read("unseen"))) {
            for (var line : lines("/dev/shopbell/nlu/said/" + language + ".txt")) {
                List.of(line.split("\\|", -1)).forEach(text -> all.add(new Said(text, language)));
            }
        }
        return all;
    }

    private static Set<String> languages(List<Said> all) {
        return all.stream().map(Said::language).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Lines of {@code language<TAB>sentence|sentence}. */
    private static List<Said> read(String file) throws IOException {
        var all = new ArrayList<Said>();
        for (var line : lines("/dev/shopbell/nlu/said/" + file + ".tsv")) {
            var cells = line.split("\t", -1);
            List.of(cells[1].split("\\|", -1)).forEach(text -> all.add(new Said(text, cells[0])));
        }
        return all;
    }

    private static List<String> lines(String resource) throws IOException {
        try (var stream = Objects.requireNonNull(LanguageOfAMessageTest.class.getResourceAsStream(resource), resource);
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Vorrei ascoltare the Music of Ghost in the Shell | it
            Spiel bitte Born to Run von Bruce Springsteen     | de
            在 Deezer 上播放 Dana 的 shadowplay                  | zh
            Taylor Swiftの曲をかけて                             | ja
            WO IST MEINE BESTELLUNG                          | de
            გამარჯობა, როგორ ხარ                              | ka
            From South Africa to South Carolina 的 表演           | zh
            """)
    void is_told_in_spite_of_titles_and_capitals_and_by_script(String text, String language) {
        assertThat(told(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1042", "👍👍", "?!", "12:30 - 14:00"})
    void is_not_told_where_there_are_no_letters(String text) {
        assertThat(told(text)).isEmpty();
        assertThat(LANGUAGES.guess(text, "es").language()).isEmpty();
    }

    @Test
    void is_shared_out_where_two_languages_say_the_same() {
        var probabilities = LANGUAGES.guess("zasto me to stalno pitas", "").probabilities();
        assertThat(probabilities.getOrDefault("hr", 0.0)).isBetween(0.1, 0.9);
        assertThat(probabilities.getOrDefault("sr", 0.0)).isBetween(0.1, 0.9);
        assertThat(probabilities.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isBetween(0.999, 1.001);
    }

    @Test
    void is_rather_one_of_the_bots_own() {
        var norwegians = LanguageTrainer.train(Map.of("no", List.of("hvor er pakken min", "når åpner dere")));
        assertThat(norwegians.guess("hvor er du", "").language()).isEqualTo("no");
        assertThat(norwegians.guess("où est mon colis s'il vous plaît", "").language())
                .isEqualTo("fr");
        var swahili = LanguageTrainer.train(
                Map.of("sw", List.of("mzigo wangu uko wapi", "mnafungua saa ngapi", "nataka kurudisha bidhaa hii")));
        assertThat(swahili.guess("mzigo uko wapi", "").language()).isEqualTo("sw");
    }
}
