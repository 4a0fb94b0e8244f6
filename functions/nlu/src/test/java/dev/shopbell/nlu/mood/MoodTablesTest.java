package dev.shopbell.nlu.mood;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Measures on sentences that we wrote ourselves, so the figures say that the rules work and not how good they are on
 * anybody's customers. Each language has a table that was looked at while the words were chosen, and one ({@code -fresh})
 * written afterwards and never tuned on.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MoodTablesTest {
    private static final double FELT = 0.2;
    private static final double PRESSING = 0.4;
    private static final double ANGRY = 0.4;

    private record Row(String text, String sentiment, boolean urgent, boolean angry, Mood mood) {
        boolean sentimentRight() {
            return sentiment.equals(mood.sentiment() >= FELT ? "+" : mood.sentiment() <= -FELT ? "-" : "0");
        }

        boolean urgencyRight() {
            return urgent == mood.urgency() >= PRESSING;
        }

        boolean angerRight() {
            return angry == mood.anger() >= ANGRY;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fr", "de", "pt", "it"})
    void are_read_as_they_are_meant(String language) {
        measure(language, language, 0.9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fr", "de", "pt", "it"})
    void are_read_as_they_are_meant_where_the_language_is_unknown(String language) {
        measure(language, "", 0.85);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fr", "de", "pt", "it"})
    void never_tuned_on_are_read_mostly_as_they_are_meant(String language) {
        measure(language + "-fresh", language, 0.6);
    }

    private static void measure(String table, String language, double least) {
        var rows = rows(table, language);
        var sentiment = share(rows, Row::sentimentRight);
        var urgency = share(rows, Row::urgencyRight);
        var anger = share(rows, Row::angerRight);
        System.out.printf(
                "mood %-8s language %-2s rows %d: sentiment %.1f %%, urgency %.1f %%, anger %.1f %%%n",
                table, language, rows.size(), 100 * sentiment, 100 * urgency, 100 * anger);
        rows.stream()
                .filter(row -> !row.sentimentRight() || !row.urgencyRight() || !row.angerRight())
                .forEach(row -> System.out.println("  missed: " + row));
        assertThat(sentiment).isGreaterThanOrEqualTo(least);
        assertThat(urgency).isGreaterThanOrEqualTo(least);
        assertThat(anger).isGreaterThanOrEqualTo(least);
    }

    private static double share(List<Row> rows, Predicate<Row> right) {
        return (double) rows.stream().filter(right).count() / rows.size();
    }

    private static List<Row> rows(String table, String language) {
        var name = table + ".csv";
        var rows = new ArrayList<Row>();
        try (var in = Objects.requireNonNull(MoodTablesTest.class.getResourceAsStream(name), name)) {
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.startsWith("#")) {
                    var cells = line.split("\\|", -1);
                    var text = cells[0].strip();
                    rows.add(new Row(
                            text,
                            cells[1].strip(),
                            cells[2].strip().equals("y"),
                            cells[3].strip().equals("y"),
                            Mood.of(text, language)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
