package dev.shopbell.nlu.entity;

import dev.shopbell.conversation.Understanding.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers in digits, and small ones in English and Spanish words where a number was asked for. */
final class Numbers implements EntityFinder {
    private static final Pattern DIGITS = Pattern.compile("(?<![\\w.,])\\d{1,9}(?:[.,]\\d{1,2})?(?![\\w])");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("twelve", "12"),
            Map.entry("twenty", "20"),
            Map.entry("uno", "1"),
            Map.entry("una", "1"),
            Map.entry("dos", "2"),
            Map.entry("tres", "3"),
            Map.entry("cuatro", "4"),
            Map.entry("cinco", "5"),
            Map.entry("seis", "6"),
            Map.entry("siete", "7"),
            Map.entry("ocho", "8"),
            Map.entry("nueve", "9"),
            Map.entry("diez", "10"),
            Map.entry("doce", "12"),
            Map.entry("veinte", "20"));

    @Override
    public List<Entity> find(String text, Context context) {
        var found = new ArrayList<Entity>();
        var match = DIGITS.matcher(text);
        while (match.find()) {
            found.add(new Entity(
                    Entities.NUMBER, match.group(), match.group().replace(',', '.'), match.start(), match.end()));
        }
        if (context.expected().equals(Entities.NUMBER)) {
            addWords(text, found);
        }
        return found;
    }

    private static void addWords(String text, List<Entity> found) {
        var word = WORD.matcher(text);
        while (word.find()) {
            var value = WORDS.get(word.group().toLowerCase(Locale.ROOT));
            if (value != null) {
                found.add(new Entity(Entities.NUMBER, word.group(), value, word.start(), word.end()));
            }
        }
    }
}
