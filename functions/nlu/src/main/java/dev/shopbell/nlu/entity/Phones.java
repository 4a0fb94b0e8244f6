package dev.shopbell.nlu.entity;

import dev.shopbell.conversation.Understanding.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Phone numbers in E.164 ({@code +34612345678}): with {@code +} or {@code 00} and a country's code anywhere, and in the
 * shop's own country without. Codes and lengths are each country's; whether a number is in use is not asked.
 *
 * <p>libphonenumber would know more (360 KB, 150 ms at the first number, 30 µs at each after it), and refuses numbers that
 * are only not handed out yet. The facts needed of it are in {@code phones.txt}.
 */
final class Phones implements EntityFinder {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w@#+])(?:\\+|\\()?\\d(?:[ ().\\-/]{0,2}\\d){5,14}(?!\\w)");
    private static final int FEWEST_DIGITS = 8;
    /** In a country without a prefix; fewer are as likely an order's, unless a phone was asked for. */
    private static final int FEWEST_DIGITS_AT_HOME = 9;

    private static final int MOST_DIGITS = 15;

    private final String region;

    Phones(String region) {
        this.region = region;
    }

    @Override
    public List<Entity> find(String text, Context context) {
        var found = new ArrayList<Entity>();
        var match = NUMBER.matcher(text);
        while (match.find()) {
            var value = e164(match.group(), context.expected().equals(Entities.PHONE));
            if (!value.isEmpty()) {
                found.add(new Entity(Entities.PHONE, match.group(), value, match.start(), match.end()));
            }
        }
        return found;
    }

    /** The number with its country code; empty if it is no phone number as far as can be told. */
    private String e164(String written, boolean expected) {
        var digits = written.replaceAll("\\D", "");
        if (written.startsWith("+") || written.startsWith("00")) {
            var international = written.startsWith("+") ? digits : digits.substring(2);
            var plan = PhonePlan.ofInternational(international);
            return plan == null || international.length() < FEWEST_DIGITS || international.length() > MOST_DIGITS
                    ? ""
                    : plan.fromInternational(international);
        }
        var plan = PhonePlan.of(region);
        return plan == null || !(expected || written.startsWith("(") || looksDialled(digits, plan))
                ? ""
                : plan.fromNational(digits);
    }

    /** Where a 0 is dialled first, people write it; elsewhere only the length tells. */
    private static boolean looksDialled(String digits, PhonePlan plan) {
        return plan.trunk().startsWith("0")
                ? digits.startsWith(plan.trunk()) && digits.length() >= FEWEST_DIGITS
                : digits.length() >= Math.min(FEWEST_DIGITS_AT_HOME, plan.most());
    }
}
