package dev.shopbell.nlu.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.Understanding.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables in {@code src/test/resources}: a text, and all that is to be found in it. No row may have a find too many. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EntityTablesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T23:30:00Z"), ZoneOffset.UTC);
    private static final List<String> LANGUAGES = List.of("en", "es", "fr", "de", "pt", "it");
    private static final Entities ENTITIES = new Entities(
            new EntitySpec(
                    "Europe/Madrid",
                    "ES",
                    Map.of("order_number", EntitySpec.ORDER_NUMBER),
                    Map.of("product", Map.of("croissant", List.of("cruasán", "cruasanes")))),
            CLOCK);

    private record Row(String language, String text, String finds) {}

    private static Stream<Row> table(String language) {
        var name = language + ".csv";
        try (var in = Objects.requireNonNull(EntityTablesTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split("\\|", 2))
                            .map(cells -> new Row(language, cells[0].strip(), cells[1].strip()))
                            .toList()
                            .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Arguments> rows() {
        return LANGUAGES.stream()
                .flatMap(EntityTablesTest::table)
                .map(row -> Arguments.of(row.language(), row.text(), row.finds()));
    }

    private static String found(String text, String language) {
        return ENTITIES.find(text, language, "").stream()
                .filter(entity -> !entity.type().equals("number"))
                .map(EntityTablesTest::written)
                .collect(Collectors.joining("; "));
    }

    private static String written(Entity entity) {
        return entity.type() + "=" + entity.value() + (entity.role().isEmpty() ? "" : " <" + entity.role() + ">");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void hold_what_is_found(String language, String text, String finds) {
        assertThat(found(text, language)).isEqualTo(finds);
        assertThat(ENTITIES.find(text, language, ""))
                .allSatisfy(entity ->
                        assertThat(text.substring(entity.start(), entity.end())).isEqualTo(entity.text()));
    }

    @Test
    void have_forty_rows_a_language_at_least() {
        assertThat(LANGUAGES).allSatisfy(language -> assertThat(table(language)).hasSizeGreaterThanOrEqualTo(40));
    }

    @Test
    void hold_nearly_as_well_where_the_language_is_unknown() {
        var rows = LANGUAGES.stream().flatMap(EntityTablesTest::table).toList();
        var kept = rows.stream()
                .filter(row -> found(row.text(), "").equals(row.finds()))
                .count();

        assertThat((double) kept / rows.size()).isGreaterThan(0.95);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void hold_in_capitals(String language, String text, String finds) {
        // A unit's letter and the ß are the exceptions that capitals bring.
        if (text.toUpperCase(java.util.Locale.ROOT).length() == text.length()) {
            assertThat(found(text.toUpperCase(java.util.Locale.ROOT), language)).isEqualTo(finds);
        }
    }
}
