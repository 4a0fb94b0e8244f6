package dev.shopbell.nlu.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileMessageTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    /** Many thousand times what is needed: only what does not end at all fails. */
    private static final Duration FOREVER = Duration.ofSeconds(20);

    private static final Entities ENTITIES = new Entities(
            new EntitySpec(
                    "Europe/Madrid",
                    "ES",
                    Map.of("order_number", EntitySpec.ORDER_NUMBER),
                    Map.of("product", Map.of("carrot cake", List.of("tarta de zanahoria")))),
            CLOCK);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 ",
                "1,",
                "1.",
                "1-",
                "1/",
                "1:",
                "12/",
                "a ",
                "de ",
                "un ",
                "from 1 to ",
                "monday ",
                "a las ",
                "+1 ",
                "(1",
                "calle a ",
                "5 b ",
                "€",
                "in a week ",
                "twenty ",
                "y ",
                "mañana ",
                "a@",
                "a.a@a.",
                "carrot ",
                "\uD83D\uDE00",
                "segunda a ",
                "halb ",
                "next ",
                "1 500 ",
                "'",
                "- "
            })
    void of_the_same_over_and_over_is_read_to_its_end(String piece) {
        var text = piece.repeat(5_000 / piece.length());

        for (var language : List.of("", "es")) {
            for (var expected : List.of("", "date", "number")) {
                var found = assertTimeoutPreemptively(FOREVER, () -> ENTITIES.find(text, language, expected));
                assertThat(found).allMatch(entity -> entity.end() <= Entities.MOST_CHARACTERS);
            }
        }
    }

    @Test
    void of_anything_at_all_gives_entities_at_their_places() {
        var pieces = List.of(
                "1",
                "31",
                "2026",
                " ",
                " ",
                " ",
                ".",
                ",",
                ":",
                "/",
                "-",
                "€",
                "a",
                "de",
                "from",
                "to",
                "monday",
                "mai",
                "um",
                "halb",
                "y media",
                "kg",
                "dozen",
                "@",
                "x.com",
                "+",
                "h",
                "Uhr",
                "calle",
                "Str.",
                "next",
                "week",
                "carrot cake",
                "é",
                "ß",
                "\u0000",
                "\uD83D",
                "'",
                "%");
        var random = new SplittableRandom(7);
        for (var round = 0; round < 3_000; round++) {
            var made = new StringBuilder();
            for (var i = random.nextInt(24); i > 0; i--) {
                made.append(pieces.get(random.nextInt(pieces.size())));
                made.append(random.nextBoolean() ? " " : "");
            }
            var text = made.toString();
            assertThat(ENTITIES.find(text, "", "")).as(text).allSatisfy(entity -> assertThat(
                            text.substring(entity.start(), entity.end()))
                    .isEqualTo(entity.text())
                    .isNotBlank());
        }
    }

    @Test
    void does_not_hang_on_an_owners_pattern_that_never_ends() {
        var entities = new Entities(new EntitySpec("UTC", "", Map.of("code", "(a+)+b"), Map.of()), CLOCK);

        var found = assertTimeoutPreemptively(FOREVER, () -> entities.find("a".repeat(2_000), "en", ""));

        assertThat(found).isEmpty();
        assertThat(entities.find("aab tomorrow", "en", "")).extracting("value").containsExactly("aab", "2026-11-25");
    }
}
