package dev.shopbell.nlu.entity;

import dev.shopbell.conversation.Understanding.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a bot's own pattern matches, such as order numbers; the value is the text. A bare number that may as well be a year
 * is left alone unless words near it, a # or the question just asked speak for it. A pattern that takes too long over a text
 * finds what it found until then.
 */
final class Patterned implements EntityFinder {
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern CUE = Pattern.compile(
            "(?:order|number|no\\.|nr\\.?|n[º°]|#|pedido|n[uú]mero|encargo|commande|num[ée]ro|bestellung|bestellnummer|nummer|encomenda|ordine|numero)\\W{0,3}(?:is|es|est|ist|é|è)?\\W{0,3}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern UNIT_AFTER = Pattern.compile("^\\s?(?:[€$£%]|(?:people|personas|km)(?!\\w))");
    private static final String MONEY_BEFORE = "€$£";
    /** How far before a number its cue may stand. */
    private static final int NEAR = 24;

    private final String type;
    private final Pattern pattern;

    Patterned(String type, String pattern) {
        this.type = type;
        this.pattern = Pattern.compile(pattern);
    }

    @Override
    public List<Entity> find(String text, Context context) {
        var found = new ArrayList<Entity>();
        var match = pattern.matcher(new BoundedText(text));
        try {
            while (match.find()) {
                if (match.end() > match.start() && believable(text, match.start(), match.end(), context)) {
                    found.add(new Entity(type, match.group(), match.group(), match.start(), match.end()));
                }
            }
        } catch (BoundedText.TooManyLooks | StackOverflowError e) {
            // The owner's pattern and this text do not get on; the customer's other words are understood all the same.
            return found;
        }
        return found;
    }

    private boolean believable(String text, int start, int end, Context context) {
        if (context.expected().equals(type) || !type.equals(Entities.ORDER_NUMBER)) {
            return true;
        }
        if (CUE.matcher(text.substring(Math.max(0, start - NEAR), start)).find()) {
            return true;
        }
        var counted = UNIT_AFTER
                        .matcher(text.substring(end, Math.min(text.length(), end + NEAR)))
                        .find()
                || (start > 0 && MONEY_BEFORE.indexOf(text.charAt(start - 1)) >= 0);
        return !counted && !YEAR.matcher(text.substring(start, end)).matches();
    }
}
