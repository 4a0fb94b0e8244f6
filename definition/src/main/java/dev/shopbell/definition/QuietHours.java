package dev.shopbell.definition;

import java.time.DateTimeException;
import java.time.LocalTime;

/**
 * When the business begins nothing by itself, in the bot's time zone. Answers are always given.
 *
 * @param from {@code 21:00}; empty for never
 * @param until {@code 08:00}, the first minute that is not quiet; earlier than {@code from} if the night lies between them
 */
public record QuietHours(String from, String until) {

    /** From nine in the evening to eight in the morning. Source: 47 CFR 64.1200(c)(1). */
    public static final QuietHours USUAL = new QuietHours("21:00", "08:00");

    /** For who asks nobody's leave. */
    static final QuietHours NEVER = new QuietHours("", "");

    /** Whether it is quiet at that time of day. */
    public boolean includes(LocalTime time) {
        if (from.isEmpty()) {
            return false;
        }
        var begin = LocalTime.parse(from);
        var end = LocalTime.parse(until);
        return begin.isBefore(end)
                ? !time.isBefore(begin) && time.isBefore(end)
                : !time.isBefore(begin) || time.isBefore(end);
    }

    static QuietHours read(YamlNode node) {
        var written = node.textOr("");
        if (!node.isPresent()) {
            return USUAL;
        }
        if (written.equals("never")) {
            return NEVER;
        }
        var ends = written.split("-", -1);
        try {
            var hours = new QuietHours(
                    LocalTime.parse(ends[0].strip()).toString(),
                    LocalTime.parse(ends[ends.length - 1].strip()).toString());
            if (ends.length == 2 && !hours.from.equals(hours.until)) {
                return hours;
            }
        } catch (DateTimeException notATime) {
            // told below, with everything else that does not fit
        }
        node.problem("\"" + written + "\" is no span of quiet hours. Write it like \"21:00-08:00\", or never.");
        return USUAL;
    }
}
