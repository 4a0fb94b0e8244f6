package dev.shopbell.local.source;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a schedule is due. Source: EventBridge user guide, "Setting a schedule pattern for scheduled rules": {@code rate}
 * and six-field {@code cron} in UTC, without {@code L}, {@code W} and {@code #}.
 */
sealed interface ScheduleExpression {
    /** The first time after this one. */
    ZonedDateTime next(ZonedDateTime after);

    /** {@code rate(15 minutes)}. */
    record Rate(Duration every) implements ScheduleExpression {
        @Override
        public ZonedDateTime next(ZonedDateTime after) {
            return after.plus(every);
        }
    }

    /** {@code cron(minutes hours day-of-month month day-of-week year)}. */
    record Cron(List<String> fields) implements ScheduleExpression {
        private static final List<String> MONTHS =
                List.of("", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
        private static final List<String> DAYS = List.of("", "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
        private static final int YEARS_AHEAD = 5;

        @Override
        public ZonedDateTime next(ZonedDateTime after) {
            ZonedDateTime time = after.withZoneSameInstant(ZoneOffset.UTC)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .plusMinutes(1);
            ZonedDateTime end = time.plusYears(YEARS_AHEAD);
            while (time.isBefore(end)) {
                if (!isDay(time)) {
                    time = time.truncatedTo(ChronoUnit.DAYS).plusDays(1);
                } else if (!has(fields.get(1), time.getHour(), 0, List.of())) {
                    time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
                } else if (!has(fields.get(0), time.getMinute(), 0, List.of())) {
                    time = time.plusMinutes(1);
                } else {
                    return time;
                }
            }
            throw new IllegalArgumentException("The schedule cron(" + String.join(" ", fields) + ") is never due.");
        }

        private boolean isDay(ZonedDateTime time) {
            int dayOfWeek = time.getDayOfWeek().getValue() % 7 + 1; // Sunday is 1
            return has(fields.get(2), time.getDayOfMonth(), 1, List.of())
                    && has(fields.get(3), time.getMonthValue(), 1, MONTHS)
                    && has(fields.get(4), dayOfWeek, 1, DAYS)
                    && has(fields.get(5), time.getYear(), 1970, List.of());
        }

        private static boolean has(String field, int value, int lowest, List<String> names) {
            for (String part : field.split(",", -1)) {
                String[] range = part.split("/", -1);
                int step = range.length > 1 ? Integer.parseInt(range[1]) : 1;
                int from = lowest;
                int to = Integer.MAX_VALUE;
                if (!range[0].equals("*") && !range[0].equals("?")) {
                    String[] ends = range[0].split("-", -1);
                    from = number(ends[0], names);
                    to = ends.length > 1 ? number(ends[1], names) : range.length > 1 ? Integer.MAX_VALUE : from;
                }
                if (value >= from && value <= to && (value - from) % step == 0) {
                    return true;
                }
            }
            return false;
        }

        private static int number(String text, List<String> names) {
            int named = names.indexOf(text.toUpperCase(Locale.ROOT));
            return named > 0 ? named : Integer.parseInt(text);
        }
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException when it is neither a rate nor a cron of six fields
     */
    static ScheduleExpression parse(String text) {
        Matcher rate = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)").matcher(text);
        if (rate.matches()) {
            ChronoUnit unit = ChronoUnit.valueOf(rate.group(2).toUpperCase(Locale.ROOT) + "S");
            return new Rate(Duration.of(Long.parseLong(rate.group(1)), unit));
        }
        Matcher cron = Pattern.compile("cron\\((.*)\\)").matcher(text);
        if (cron.matches() && cron.group(1).strip().split("\\s+").length == 6) {
            return new Cron(List.of(cron.group(1).strip().split("\\s+")));
        }
        throw new IllegalArgumentException(
                "The schedule \"" + text + "\" is not understood. Write rate(15 minutes) or cron(0 8 * * ? *).");
    }
}
