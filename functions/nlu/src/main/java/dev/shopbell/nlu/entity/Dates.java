package dev.shopbell.nlu.entity;

import dev.shopbell.conversation.Understanding.Entity;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days, as ISO 8601 dates in the shop's time zone. A weekday is the next one to come, today included; "next Friday" is
 * the first Friday after today. A date without a year is the next one to come. 3/4 is the 3rd of April.
 */
final class Dates implements EntityFinder {
    private static final String DAY_NAME = "(" + Calendar.alternatives(Calendar.DAYS) + ")";
    private static final String MONTH_NAME = "(" + Calendar.alternatives(Calendar.MONTHS) + ")";
    private static final String DAY_OF_MONTH = "(0?[1-9]|[12]\\d|3[01])";
    private static final String AFTER =
            "next |proximo |proxima |prochain |nachsten |nachste |kommenden |prossimo |prossima ";
    private static final String BEFORE = "last |ultimo |letzten ";
    private static final String LATER = "(?: que viene| proximo| prochain| che viene| que vem)";

    private record Rule(Pattern pattern, Function<MatchResult, @Nullable LocalDate> date) {}

    private final Clock clock;
    private final List<Rule> rules;

    Dates(Clock clock) {
        this.clock = clock;
        this.rules = List.of(
                rule(
                        "day after tomorrow|pasado manana|apres[- ]demain|ubermorgen|depois de amanha|dopodomani",
                        match -> today().plusDays(2)),
                rule("today|tonight|hoy|esta noche|aujourd'hui|heute|hoje|oggi", match -> today()),
                rule(
                        "tomorrow|tomorow|tommorow|tmrw|(?<!por la |de la |la |esta |por las )manana|demain|(?<!guten )morgen|amanha|domani",
                        match -> today().plusDays(1)),
                rule("yesterday|ayer|gestern|ontem|ieri", match -> today().minusDays(1)),
                rule(
                        "(?:in|en|dentro de|dans|em|tra|fra) (\\d{1,2}|a|one|two|three|un|una|dos|tres) (days?|dias?|jours?|tag(?:en)?|giorn[oi]|weeks?|semanas?|semaines?|wochen?|settiman[ae])",
                        this::after),
                rule("(" + AFTER + "|" + BEFORE + ")?" + DAY_NAME + "s?(" + LATER + ")?", this::weekday),
                rule(
                        "(\\d{4})-(\\d{1,2})-(\\d{1,2})",
                        match -> day(number(match, 1), number(match, 2), number(match, 3))),
                rule(
                        DAY_OF_MONTH + "([/.-])(0?[1-9]|1[0-2])(?:\\2(\\d{4}|\\d{2}))?\\.?(?![\\d/.,:-]*\\d)",
                        match -> inYear(match.group(4), number(match, 3), number(match, 1))),
                rule(
                        MONTH_NAME + "\\.? " + DAY_OF_MONTH + "(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?![\\d:])",
                        match -> inYear(match.group(3), month(match, 1), number(match, 2))),
                rule(
                        DAY_OF_MONTH + "(?:st|nd|rd|th|\\.|o|er)?(?: of| de| di)? " + MONTH_NAME
                                + "(?:,?(?: de| del)? (\\d{4}))?",
                        match -> inYear(match.group(3), month(match, 2), number(match, 1))),
                rule("(?:the )" + DAY_OF_MONTH + "(?:st|nd|rd|th)", match -> ofThisMonth(number(match, 1))));
    }

    private static Rule rule(String words, Function<MatchResult, @Nullable LocalDate> date) {
        return new Rule(Pattern.compile("(?<![\\p{L}\\d/.@-])(?:" + words + ")(?![\\p{L}\\d@])"), date);
    }

    @Override
    public List<Entity> find(String text, Context context) {
        var plain = Plain.of(text);
        var found = new ArrayList<Entity>();
        for (var rule : rules) {
            var match = rule.pattern().matcher(plain);
            while (match.find()) {
                var date = rule.date().apply(match.toMatchResult());
                var start = match.start();
                var end = match.end();
                if (date != null && found.stream().noneMatch(e -> e.start() < end && start < e.end())) {
                    found.add(new Entity(Entities.DATE, text.substring(start, end), date.toString(), start, end));
                }
            }
        }
        return found;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate after(MatchResult match) {
        var count =
                switch (match.group(1)) {
                    case "a", "one", "un", "una" -> 1;
                    case "two", "dos" -> 2;
                    case "three", "tres" -> 3;
                    default -> Integer.parseInt(match.group(1));
                };
        var unit = match.group(2);
        var weeks = unit.startsWith("w") || unit.startsWith("s");
        return today().plus(count, weeks ? ChronoUnit.WEEKS : ChronoUnit.DAYS);
    }

    private @Nullable LocalDate weekday(MatchResult match) {
        var name = match.group(2);
        var day = Calendar.DAYS.get(name);
        if (day == null || (name.length() == 3 && match.group(1) == null)) {
            return null;
        }
        var which = match.group(1);
        if (which != null && BEFORE.contains(which)) {
            return today().with(TemporalAdjusters.previous(day));
        }
        return which != null || match.group(3) != null
                ? today().with(TemporalAdjusters.next(day))
                : today().with(TemporalAdjusters.nextOrSame(day));
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static int month(MatchResult match, int group) {
        return Calendar.MONTHS.getOrDefault(match.group(group), 1);
    }

    private @Nullable LocalDate inYear(@Nullable String year, int month, int day) {
        if (year != null) {
            var number = Integer.parseInt(year);
            return day(number < 100 ? 2000 + number : number, month, day);
        }
        // 29 February may be years away; anything else is at most one.
        for (var next = today().getYear(); next <= today().getYear() + 8; next++) {
            var date = day(next, month, day);
            if (date != null && !date.isBefore(today())) {
                return date;
            }
        }
        return null;
    }

    private @Nullable LocalDate ofThisMonth(int day) {
        for (var month = today().withDayOfMonth(1); ; month = month.plusMonths(1)) {
            if (day <= month.lengthOfMonth() && !month.withDayOfMonth(day).isBefore(today())) {
                return month.withDayOfMonth(day);
            }
        }
    }

    /** A day; null where the calendar has none, such as 31 April. */
    private static @Nullable LocalDate day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
