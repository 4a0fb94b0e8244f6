package dev.shopbell.nlu.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimesInAMessageTest {
    private static final Entities ENTITIES = new Entities(EntitySpec.PLAIN, Clock.systemUTC());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            at 5pm                       | 17:00
            5 pm works                   | 17:00
            5:30 p.m.                    | 17:30
            12 am                        | 00:00
            12pm                         | 12:00
            at 17:00                     | 17:00
            at 5                         | 17:00
            at 10                        | 10:00
            at ten in the morning        | 10:00
            half past five               | 17:30
            quarter to nine              | 08:45
            at noon                      | 12:00
            9 o'clock                    | 09:00
            a las 10                     | 10:00
            a las 5 de la tarde          | 17:00
            a las diez y media           | 10:30
            a las nueve menos cuarto     | 08:45
            a las 8 de la noche          | 20:00
            a la una                     | 13:00
            al mediodía                  | 12:00
            à 17h30                      | 17:30
            um 17 Uhr                    | 17:00
            alle 10                      | 10:00
            """)
    void are_hours_and_minutes(String text, String time) {
        assertThat(ENTITIES.find(text, "", ""))
                .filteredOn("type", "time")
                .singleElement()
                .extracting("value")
                .isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I have 5 cakes", "order 1042", "at 25:00", "by 20 euros", "in 3 days"})
    void are_not_seen_where_there_are_none(String text) {
        assertThat(ENTITIES.find(text, "", "")).extracting("type").doesNotContain("time");
    }
}
