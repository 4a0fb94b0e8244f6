package dev.shopbell.dialogue;

import dev.shopbell.definition.BotDefinition;
import dev.shopbell.definition.Phrase;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** When the shop is open, as a sentence and as a fact. */
final class OpeningHours {

    private final BotDefinition bot;
    private final ZoneId zone;

    OpeningHours(BotDefinition bot) {
        this.bot = bot;
        this.zone = ZoneId.of(bot.timeZone());
    }

    /** Whether somebody is in the shop; always, if the bot's files name no hours. */
    boolean isOpen(Instant at) {
        if (bot.hours().values().stream().allMatch(List::isEmpty)) {
            return true;
        }
        var there = at.atZone(zone);
        var now = there.toLocalTime();
        return spans(there.toLocalDate()).stream().anyMatch(span -> {
            var ends = span.split("-", 2);
            return !now.isBefore(LocalTime.parse(ends[0])) && now.isBefore(LocalTime.parse(ends[1]));
        });
    }

    /** The hours of one day: "Sunday: 7:00–14:00". */
    String of(LocalDate date, String language) {
        return line(name(date.getDayOfWeek(), language), spans(date), language);
    }

    /** The hours of the week, days of the same hours together. */
    String ofWeek(String language) {
        var lines = new ArrayList<String>();
        var days = DayOfWeek.values();
        for (int from = 0; from < days.length; ) {
            var spans = spans(days[from]);
            int to = from;
            while (to + 1 < days.length && spans(days[to + 1]).equals(spans)) {
                to++;
            }
            var name = name(days[from], language) + (to > from ? "–" + name(days[to], language) : "");
            lines.add(line(name, spans, language));
            from = to + 1;
        }
        return String.join("\n", lines);
    }

    private String line(String day, List<String> spans, String language) {
        var written = spans.isEmpty()
                ? phrase(Phrase.HOURS_CLOSED, language)
                : String.join(", ", spans.stream().map(OpeningHours::written).toList());
        return phrase(Phrase.HOURS_DAY, language).replace("{day}", day).replace("{spans}", written);
    }

    /** {@code 07:00-14:00} as people write it: {@code 7:00–14:00}. */
    private static String written(String span) {
        return (span.startsWith("0") ? span.substring(1) : span)
                .replace("-0", "–")
                .replace('-', '–');
    }

    private List<String> spans(LocalDate date) {
        return bot.closedDays().contains(date.toString()) ? List.of() : spans(date.getDayOfWeek());
    }

    private List<String> spans(DayOfWeek day) {
        return bot.hours().getOrDefault(day.name().toLowerCase(Locale.ROOT), List.of());
    }

    private static String name(DayOfWeek day, String language) {
        var name = day.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language));
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private String phrase(Phrase phrase, String language) {
        var texts = bot.phrases().get(phrase.key());
        return texts == null ? "" : texts.in(language);
    }
}
