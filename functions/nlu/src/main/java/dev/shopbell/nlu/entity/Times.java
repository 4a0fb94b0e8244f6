package dev.shopbell.nlu.entity;

import dev.shopbell.conversation.Understanding.Entity;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times of day, as {@code HH:mm}. An hour from 1 to 6 without more said is taken for the afternoon ("at 5" is 17:00): shops
 * are asked about their opening hours, and few are open at night.
 */
final class Times implements EntityFinder {
    private static final int FIRST_MORNING_HOUR = 7;
    private static final Map<String, Integer> HOURS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("una", 1),
            Map.entry("dos", 2),
            Map.entry("tres", 3),
            Map.entry("cuatro", 4),
            Map.entry("cinco", 5),
            Map.entry("seis", 6),
            Map.entry("siete", 7),
            Map.entry("ocho", 8),
            Map.entry("nueve", 9),
            Map.entry("diez", 10),
            Map.entry("once", 11),
            Map.entry("doce", 12));
    private static final String HOUR = "([01]?\\d|2[0-4]|" + Calendar.alternatives(HOURS) + ")";
    private static final String PART =
            "(?: (?:in the |de la |por la |du |da |di )?(morning|afternoon|evening|night|manana|tarde|noche|madrugada|matin|soir|manha|noite|sera|mattina|pomeriggio))?";

    private record Rule(Pattern pattern, Function<MatchResult, @Nullable LocalTime> time) {}

    private static final List<Rule> RULES = List.of(
            rule("(1[0-2]|0?[1-9])(?:[:.]([0-5]\\d))? ?([ap])\\.? ?m\\b\\.?", Times::halfDay),
            rule(
                    "([01]?\\d|2[0-3])(?::|h)([0-5]\\d)(?: ?(?:h|hrs|uhr))?" + PART,
                    match -> at(match.group(1), match.group(2), match.group(3), true)),
            rule("(?:half past) " + HOUR + PART, match -> at(match.group(1), "30", match.group(2), false)),
            rule("(?:quarter past) " + HOUR + PART, match -> at(match.group(1), "15", match.group(2), false)),
            rule("(?:quarter to) " + HOUR + PART, match -> before(at(match.group(1), "0", match.group(2), false))),
            rule(
                    "(?:a|sobre|de|desde|hasta) las? " + HOUR + "(?: y (media|cuarto)| menos (cuarto))?" + PART,
                    Times::spanish),
            rule(
                    "(?:at|around|by|until|till|um|gegen|alle|vers|a partir de) " + HOUR
                            + "(?: ?(?:o'clock|uhr|h|hrs|heures?))?" + PART
                            + "(?! ?(?:%|€|euros?|people|personas|days?))",
                    match -> at(match.group(1), "0", match.group(2), false)),
            rule(
                    "([01]?\\d|2[0-3]) ?(?:o'clock|uhr|h|hrs|heures?)" + PART,
                    match -> at(match.group(1), "0", match.group(2), false)),
            rule("noon|midday|mediodia|midi|mittags?|meio-dia|mezzogiorno", match -> LocalTime.NOON),
            rule("midnight|medianoche|minuit|mitternacht|meia-noite|mezzanotte", match -> LocalTime.MIDNIGHT));

    private static Rule rule(String words, Function<MatchResult, @Nullable LocalTime> time) {
        return new Rule(Pattern.compile("(?<![\\p{L}\\d.,:/-])(?:" + words + ")(?![\\p{L}\\d]|[:/]\\d)"), time);
    }

    @Override
    public List<Entity> find(String text, Context context) {
        var plain = Plain.of(text);
        var found = new ArrayList<Entity>();
        for (var rule : RULES) {
            var match = rule.pattern().matcher(plain);
            while (match.find()) {
                var time = rule.time().apply(match.toMatchResult());
                var start = match.start();
                var end = match.end();
                if (time != null && found.stream().noneMatch(e -> e.start() < end && start < e.end())) {
                    found.add(new Entity(Entities.TIME, text.substring(start, end), time.toString(), start, end));
                }
            }
        }
        return found;
    }

    private static LocalTime halfDay(MatchResult match) {
        var hour = Integer.parseInt(match.group(1)) % 12;
        var minute = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
        return LocalTime.of(match.group(3).equals("p") ? hour + 12 : hour, minute);
    }

    private static @Nullable LocalTime spanish(MatchResult match) {
        var minutes = match.group(2) == null ? "0" : match.group(2).equals("media") ? "30" : "15";
        var time = at(match.group(1), minutes, match.group(4), false);
        return match.group(3) == null ? time : before(time);
    }

    private static @Nullable LocalTime before(@Nullable LocalTime time) {
        return time == null ? null : time.minusMinutes(15);
    }

    /** @param exact whether the hour is meant on a clock of 24 hours */
    private static LocalTime at(String hourWord, String minuteWord, @Nullable String part, boolean exact) {
        var named = HOURS.get(hourWord);
        var hour = (named == null ? Integer.parseInt(hourWord) : named) % 24;
        return LocalTime.of(hourOfDay(hour, part, exact && part == null), Integer.parseInt(minuteWord));
    }

    private static int hourOfDay(int hour, @Nullable String part, boolean exact) {
        if (exact || hour > 12) {
            return hour;
        }
        return switch (part == null ? "" : part) {
            case "morning", "manana", "matin", "manha", "mattina", "madrugada" -> hour % 12;
            case "afternoon", "evening", "tarde", "soir", "sera", "pomeriggio" -> hour % 12 + 12;
            case "night", "noche", "noite" -> hour == 12 ? 0 : hour % 12 + 12;
            default -> hour > 0 && hour < FIRST_MORNING_HOUR ? hour + 12 : hour;
        };
    }
}
