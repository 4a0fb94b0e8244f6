package dev.shopbell.nlu.entity;

import dev.shopbell.conversation.Understanding.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Phone numbers: with {@code +} or {@code 00} and a country code anywhere, and in the shop's own country without.
 * Lengths follow E.164 (at most 15 digits); whether a number is in use is not asked.
 */
final class Phones implements EntityFinder {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w@#+])(?:\\+|\\()?\\d(?:[ ().\\-/]{0,2}\\d){6,14}(?!\\w)");
    private static final int FEWEST_DIGITS = 8;
    private static final int MOST_DIGITS = 15;

    /** Country code, the prefix dialled inside the country, and how many digits a national number has. */
    private record Plan(String code, String trunk, int fewest, int most) {}

    private static final Map<String, Plan> PLANS = Map.ofEntries(
            Map.entry("ES", new Plan("34", "", 9, 9)),
            Map.entry("US", new Plan("1", "1", 10, 10)),
            Map.entry("CA", new Plan("1", "1", 10, 10)),
            Map.entry("GB", new Plan("44", "0", 9, 10)),
            Map.entry("IE", new Plan("353", "0", 7, 9)),
            Map.entry("FR", new Plan("33", "0", 9, 9)),
            Map.entry("DE", new Plan("49", "0", 7, 11)),
            Map.entry("AT", new Plan("43", "0", 7, 12)),
            Map.entry("CH", new Plan("41", "0", 9, 9)),
            Map.entry("IT", new Plan("39", "", 8, 11)),
            Map.entry("PT", new Plan("351", "", 9, 9)),
            Map.entry("NL", new Plan("31", "0", 9, 9)),
            Map.entry("BE", new Plan("32", "0", 8, 9)),
            Map.entry("MX", new Plan("52", "", 10, 10)),
            Map.entry("AR", new Plan("54", "0", 10, 11)),
            Map.entry("BR", new Plan("55", "0", 10, 11)));

    private final String region;

    Phones(String region) {
        this.region = region;
    }

    @Override
    public List<Entity> find(String text, Context context) {
        var found = new ArrayList<Entity>();
        var match = NUMBER.matcher(text);
        while (match.find()) {
            var value = e164(match.group());
            if (!value.isEmpty()) {
                found.add(new Entity(Entities.PHONE, match.group(), value, match.start(), match.end()));
            }
        }
        return found;
    }

    /** The number with its country code; empty if it is no phone number as far as can be told. */
    private String e164(String written) {
        var digits = written.replaceAll("\\D", "");
        if (written.startsWith("+") || written.startsWith("00")) {
            var international = written.startsWith("+") ? digits : digits.substring(2);
            return international.length() >= FEWEST_DIGITS && international.length() <= MOST_DIGITS
                    ? "+" + international
                    : "";
        }
        var plan = PLANS.get(region);
        if (plan == null) {
            return "";
        }
        var national = !plan.trunk().isEmpty() && digits.startsWith(plan.trunk())
                ? digits.substring(plan.trunk().length())
                : digits;
        return national.length() >= plan.fewest() && national.length() <= plan.most()
                ? "+" + plan.code() + national
                : "";
    }
}
