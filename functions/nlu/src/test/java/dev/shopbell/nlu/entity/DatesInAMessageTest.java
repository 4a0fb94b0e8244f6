package dev.shopbell.nlu.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatesInAMessageTest {
    /** Wednesday, 25 November 2026, half past midnight in Madrid; still Tuesday in London. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T23:30:00Z"), ZoneOffset.UTC);

    private static final Entities ENTITIES =
            new Entities(new EntitySpec("Europe/Madrid", "ES", java.util.Map.of(), java.util.Map.of()), CLOCK);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            are you open today?             | today              | 2026-11-25
            can I come tomorrow             | tomorrow           | 2026-11-26
            the day after tomorrow          | day after tomorrow | 2026-11-27
            When are you open on Sunday?    | Sunday             | 2026-11-29
            on wednesday please             | wednesday          | 2026-11-25
            next Wednesday                  | next Wednesday     | 2026-12-02
            next Friday                     | next Friday        | 2026-11-27
            last friday                     | last friday        | 2026-11-20
            open on Sundays?                | Sundays            | 2026-11-29
            for Dec 24                      | Dec 24             | 2026-12-24
            December 24th, 2027             | December 24th, 2027 | 2027-12-24
            the 3rd of March                | 3rd of March       | 2027-03-03
            on 24/12                        | 24/12              | 2026-12-24
            on 24/12/2026.                  | 24/12/2026         | 2026-12-24
            am 24.12. bitte                 | 24.12.             | 2026-12-24
            2026-12-24                      | 2026-12-24         | 2026-12-24
            in 3 days                       | in 3 days          | 2026-11-28
            in two weeks                    | in two weeks       | 2026-12-09
            ¿Abrís hoy?                     | hoy                | 2026-11-25
            mañana por la tarde             | mañana             | 2026-11-26
            pasado mañana                   | pasado mañana      | 2026-11-27
            ¿abrís el domingo?              | domingo            | 2026-11-29
            el próximo viernes              | próximo viernes    | 2026-11-27
            el miércoles que viene          | miércoles que viene | 2026-12-02
            el 24 de diciembre              | 24 de diciembre    | 2026-12-24
            el 5 de enero de 2028           | 5 de enero de 2028 | 2028-01-05
            dentro de 3 días                | dentro de 3 días   | 2026-11-28
            demain                          | demain             | 2026-11-26
            übermorgen                      | übermorgen         | 2026-11-27
            domenica                        | domenica           | 2026-11-29
            29 February                     | 29 February        | 2028-02-29
            """)
    void are_days_in_the_shops_time_zone(String text, String words, String date) {
        assertThat(ENTITIES.find(text, "", ""))
                .filteredOn("type", "date")
                .singleElement()
                .satisfies(entity -> {
                    assertThat(entity.value()).isEqualTo(date);
                    assertThat(entity.text()).isEqualTo(words);
                    assertThat(text.substring(entity.start(), entity.end())).isEqualTo(words);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "may I ask something",
                "31 April",
                "30/02",
                "a las 10 de la mañana",
                "por la mañana",
                "the sun is out",
                "I sat down",
                "it costs 3.50",
                "guten Morgen",
                "on 12/13/14/15"
            })
    void are_not_seen_where_there_are_none(String text) {
        assertThat(ENTITIES.find(text, "", "")).extracting("type").doesNotContain("date");
    }

    @Test
    void stand_beside_times() {
        assertThat(ENTITIES.find("¿mañana a las 10?", "es", ""))
                .extracting("type", "value")
                .containsExactly(
                        tuple("datetime", "2026-11-26T10:00+01:00"),
                        tuple("date", "2026-11-26"),
                        tuple("time", "10:00"));
    }
}
