package dev.shopbell.local.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZonedDateTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScheduleExpressionTest {
    private static final ZonedDateTime SUNDAY = ZonedDateTime.parse("2026-11-22T20:31:05Z");

    @Test
    void rates_count_from_now() {
        assertThat(next("rate(15 minutes)")).isEqualTo("2026-11-22T20:46:05Z");
        assertThat(next("rate(1 day)")).isEqualTo("2026-11-23T20:31:05Z");
    }

    @Test
    void crons_name_minutes_hours_and_days() {
        assertThat(next("cron(0 8 * * ? *)")).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(next("cron(0/15 * * * ? *)")).isEqualTo("2026-11-22T20:45:00Z");
        assertThat(next("cron(30 6 ? * TUE-FRI *)")).isEqualTo("2026-11-24T06:30:00Z");
        assertThat(next("cron(0 0 1 JAN,JUL ? *)")).isEqualTo("2027-01-01T00:00:00Z");
    }

    @Test
    void others_are_refused() {
        assertThatThrownBy(() -> next("every 5 minutes")).hasMessageContaining("every 5 minutes");
        assertThatThrownBy(() -> next("cron(0 0 30 2 ? *)")).hasMessageContaining("never due");
    }

    private static ZonedDateTime next(String expression) {
        return ScheduleExpression.parse(expression).next(SUNDAY);
    }
}
