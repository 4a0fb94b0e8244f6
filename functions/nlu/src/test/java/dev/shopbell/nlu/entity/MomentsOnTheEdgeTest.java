package dev.shopbell.nlu.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.Understanding.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MomentsOnTheEdgeTest {
    private static Entities at(String instant, String zone, String region) {
        return new Entities(
                new EntitySpec(zone, region, Map.of(), Map.of()), Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    private static String found(Entities entities, String text) {
        return entities.find(text, "en", "").stream()
                .filter(entity -> !entity.type().equals("number"))
                .map(Entity::value)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            today             | 2026-12-31
            tomorrow          | 2027-01-01
            next Friday       | 2027-01-01
            on Thursday       | 2026-12-31
            next Thursday     | 2027-01-07
            in 2 days         | 2027-01-02
            on the 1st        | 2027-01-01
            on the 30th       | 2027-01-30
            31 December       | 2026-12-31
            30 December       | 2027-12-30
            next month        | 2027-01-01/2027-01-31
            in a month        | 2027-01-31
            in two months     | 2027-02-28
            next week         | 2027-01-04/2027-01-10
            from Wednesday to Friday | 2027-01-06/2027-01-08 2027-01-06 2027-01-08
            in 3 working days | 2027-01-05
            """)
    void at_the_end_of_a_year_go_on_into_the_next(String text, String values) {
        assertThat(found(at("2026-12-31T12:00:00Z", "Europe/Madrid", "ES"), text))
                .isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027-03-28T00:30:00Z | in an hour          | 2027-03-28T03:30+02:00
            2027-03-28T00:30:00Z | in 24 hours         | 2027-03-29T02:30+02:00
            2027-03-27T12:00:00Z | tomorrow at 2:30    | 2027-03-28T03:30+02:00 2027-03-28 02:30
            2027-03-27T12:00:00Z | tomorrow at 10      | 2027-03-28T10:00+02:00 2027-03-28 10:00
            2026-10-24T23:30:00Z | in an hour          | 2026-10-25T02:30+02:00
            2026-10-24T23:30:00Z | in two hours        | 2026-10-25T02:30+01:00
            2026-10-24T12:00:00Z | tomorrow at 2:30    | 2026-10-25T02:30+02:00 2026-10-25 02:30
            """)
    void in_the_nights_when_clocks_change_are_real(String now, String text, String values) {
        assertThat(found(at(now, "Europe/Madrid", "ES"), text)).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Madrid, 2026-11-25",
        "Europe/London, 2026-11-24",
        "America/Los_Angeles, 2026-11-24",
        "Pacific/Auckland, 2026-11-25",
        "Middle/Earth, 2026-11-24",
        "'', 2026-11-24"
    })
    void are_on_the_customers_clock(String zone, String today) {
        var entities = at("2026-11-24T23:30:00Z", "UTC", "");

        assertThat(entities.find("today", "en", "", zone))
                .extracting(Entity::value)
                .containsExactly(today);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ES | on 3/4/2027   | 2027-04-03
            US | on 3/4/2027   | 2027-03-04
            '' | on 3/4/2027   | 2027-04-03
            ES | on 12/25/2026 | 2026-12-25
            US | on 25/12/2026 | 2026-12-25
            US | on 3.4.2027   | 2027-04-03
            US | 2027-03-04    | 2027-03-04
            US | on 2/30/2027  | ''
            """)
    void with_day_and_month_in_figures_follow_the_country_unless_only_one_reading_is_a_date(
            String region, String text, String date) {
        assertThat(found(at("2026-11-24T12:00:00Z", "UTC", region), text)).isEqualTo(date);
    }

    @Test
    void that_were_asked_for_may_be_said_in_a_word() {
        var entities = at("2026-11-24T12:00:00Z", "Europe/Madrid", "ES");

        assertThat(entities.find("el 3", "es", "date"))
                .extracting(Entity::value)
                .containsExactly("2026-12-03");
        assertThat(entities.find("5", "es", "time")).extracting(Entity::value).containsExactly("17:00");
        assertThat(entities.find("in two hours", "en", "time"))
                .extracting(Entity::type, Entity::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("time", "15:00"));
        assertThat(entities.find("in 26 hours", "en", "date"))
                .extracting(Entity::value)
                .containsExactly("2026-11-25");
    }
}
