package dev.shopbell.nlu.lint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds rows whose words are another language's: words that the row's own language has nowhere else, and the other has. Each
 * language's words are those of the examples and of the everyday phrases that travel with the program.
 */
final class OtherLanguages {
    /** Written for this project; see its own head. A program packaged without it compares the examples alone. */
    private static final String EVERYDAY = "/dev/shopbell/nlu/train/phrases.txt";

    private static final int FEWEST_WORDS = 3;
    private static final double LEAST_SHARE = 0.6;

    /** In how many texts of a language a word is. */
    private final Map<String, Map<String, Integer>> texts = new HashMap<>();

    private OtherLanguages() {}

    static List<Finding> in(List<Row> rows) {
        var languages = new OtherLanguages();
        languages.readEveryday();
        rows.forEach(row -> languages.count(row.language(), row));
        var findings = new ArrayList<Finding>();
        for (var row : rows) {
            if (!row.language().isEmpty()) {
                languages.check(row, findings);
            }
        }
        return findings;
    }

    private void check(Row row, List<Finding> findings) {
        var words = new HashSet<>(row.words());
        if (words.size() < FEWEST_WORDS) {
            return;
        }
        var own = known(words, row.language(), 2); // itself does not count
        texts.keySet().stream()
                .filter(other -> !other.equals(row.language()) && !other.isEmpty())
                .filter(other -> {
                    var there = known(words, other, 1);
                    return there >= LEAST_SHARE * words.size() && own <= there / 3;
                })
                .sorted()
                .findFirst()
                .ifPresent(other -> findings.add(Finding.at(
                        row,
                        Kind.WRONG_LANGUAGE,
                        SaidTwice.quoted(row) + " of " + row.intent() + " stands under \"" + row.language()
                                + "\" and looks like \"" + other + "\".",
                        "Move it to the examples of that language, or translate it.")));
    }

    private long known(Set<String> words, String language, int least) {
        var of = texts.getOrDefault(language, Map.of());
        return words.stream().filter(word -> of.getOrDefault(word, 0) >= least).count();
    }

    private void count(String language, Row row) {
        var of = texts.computeIfAbsent(language, l -> new HashMap<>());
        new HashSet<>(row.words()).forEach(word -> of.merge(word, 1, Integer::sum));
    }

    private void readEveryday() {
        try (var stream = OtherLanguages.class.getResourceAsStream(EVERYDAY)) {
            if (stream == null) {
                return;
            }
            var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var tab = line.indexOf('\t');
                if (tab > 0 && !line.startsWith("#")) {
                    for (var phrase : line.substring(tab + 1).split("\\|", -1)) {
                        count(line.substring(0, tab), new Row(Path.of(EVERYDAY), 1, phrase, "", ""));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
