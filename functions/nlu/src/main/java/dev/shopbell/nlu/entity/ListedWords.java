package dev.shopbell.nlu.entity;

import dev.shopbell.conversation.Understanding.Entity;
import dev.shopbell.nlu.text.Folding;
import dev.shopbell.nlu.text.Word;
import dev.shopbell.nlu.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A bot's own list, such as its products: names and synonyms, without regard to case and accents, plural s forgiven, and one
 * slip of the finger in a name of five letters or more. The value is the list's name for it.
 */
final class ListedWords implements EntityFinder {
    private static final int SHORTEST_PLURAL = 4;

    private final String type;
    private final Map<String, String> canonical = new HashMap<>();
    private final Slips slips;
    private final int longest;

    ListedWords(String type, Map<String, List<String>> values) {
        this.type = type;
        values.forEach((value, synonyms) -> {
            canonical.put(key(Words.of(value)), value);
            synonyms.forEach(synonym -> canonical.putIfAbsent(key(Words.of(synonym)), value));
        });
        canonical.remove("");
        this.slips = new Slips(canonical.keySet());
        this.longest = canonical.keySet().stream()
                .mapToInt(key -> key.split(" ", -1).length)
                .max()
                .orElse(0);
    }

    private static String key(List<Word> words) {
        return words.stream().map(ListedWords::stem).collect(Collectors.joining(" "));
    }

    private static String stem(Word word) {
        var plain = word.number() ? word.lower() : Folding.fold(word.lower());
        return plain.length() >= SHORTEST_PLURAL && plain.endsWith("s")
                ? plain.substring(0, plain.length() - 1)
                : plain;
    }

    @Override
    public List<Entity> find(String text, Context context) {
        var words = Words.of(text);
        var stems = words.stream().map(ListedWords::stem).toList();
        var found = new ArrayList<Entity>();
        for (var from = 0; from < words.size(); from++) {
            for (var length = Math.min(longest, words.size() - from); length > 0; length--) {
                var value = value(String.join(" ", stems.subList(from, from + length)));
                if (value != null) {
                    var start = words.get(from).start();
                    var end = words.get(from + length - 1).end();
                    found.add(new Entity(type, text.substring(start, end), value, start, end));
                    from += length - 1;
                    break;
                }
            }
        }
        return found;
    }

    private @Nullable String value(String key) {
        var exact = canonical.get(key);
        if (exact != null) {
            return exact;
        }
        var meant = slips.meant(key);
        return meant == null ? null : canonical.get(meant);
    }
}
