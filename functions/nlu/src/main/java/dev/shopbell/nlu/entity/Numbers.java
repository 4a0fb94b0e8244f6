package dev.shopbell.nlu.entity;

import dev.shopbell.conversation.Understanding.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers in digits, with a point before decimals. Those in words are {@link Wording}'s. */
final class Numbers implements EntityFinder {
    private static final Pattern DIGITS = Pattern.compile("(?<![\\w.,])\\d{1,9}(?:[.,]\\d{1,2})?(?![\\w])");

    @Override
    public List<Entity> find(String text, Context context) {
        var found = new ArrayList<Entity>();
        var match = DIGITS.matcher(text);
        while (match.find()) {
            found.add(new Entity(
                    Entities.NUMBER, match.group(), match.group().replace(',', '.'), match.start(), match.end()));
        }
        return found;
    }
}
