package dev.shopbell.nlu.entity;

import dev.shopbell.conversation.Understanding.Entity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says which part an entity plays by the words before it: in "from Madrid to Sevilla" Madrid is {@code from} and Sevilla is
 * {@code to}. Words that mean other things as well ("de", "a", "von") count only where both are there. Words are in
 * {@code words/roles.txt}.
 */
final class Roles {
    private static final Map<String, Word> WORDS = read();

    private static final int MOST_WORDS_BETWEEN = 2;

    /** @param weak whether it counts only opposite its counterpart */
    private record Word(String role, boolean weak) {}

    private Roles() {}

    /** The same entities, with a role where they had none and the words before them give one. */
    static List<Entity> among(List<Entity> found, String text) {
        var result = new ArrayList<Entity>(found);
        for (var i = 0; i < result.size(); i++) {
            var entity = result.get(i);
            var before = word(entity, text);
            if (before == null || !entity.role().isEmpty() || !canPlay(entity)) {
                continue;
            }
            if (!before.weak() || hasCounterpart(result, i, before, text)) {
                result.set(i, with(entity, before.role()));
            }
        }
        return result;
    }

    /** Numbers and amounts stand behind such words for other reasons: "to 5 people", "from 3 euros". */
    private static boolean canPlay(Entity entity) {
        return switch (entity.type()) {
            case Entities.NUMBER,
                    Entities.MONEY,
                    Entities.QUANTITY,
                    Entities.DURATION,
                    Entities.ORDER_NUMBER,
                    Entities.DATETIME -> false;
            default -> true;
        };
    }

    private static boolean hasCounterpart(List<Entity> all, int at, Word word, String text) {
        for (var other : all) {
            if (other.type().equals(all.get(at).type()) && !other.equals(all.get(at))) {
                var theirs = word(other, text);
                if (theirs != null && !theirs.role().equals(word.role())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The nearest such word before an entity, articles skipped. */
    private static @Nullable Word word(Entity entity, String text) {
        var end = entity.start();
        for (var skipped = 0; skipped < MOST_WORDS_BETWEEN; skipped++) {
            while (end > 0 && text.charAt(end - 1) == ' ') {
                end--;
            }
            var start = end;
            while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
                start--;
            }
            if (start == end) {
                return null;
            }
            var word = WORDS.get(Plain.of(text.substring(start, end)));
            if (word == null || !word.role().equals("skip")) {
                return word;
            }
            end = start;
        }
        return null;
    }

    private static Entity with(Entity entity, String role) {
        return new Entity(entity.type(), entity.text(), entity.value(), entity.start(), entity.end(), role);
    }

    private static Map<String, Word> read() {
        var words = new HashMap<String, Word>();
        var stream = Objects.requireNonNull(
                Roles.class.getResourceAsStream("words/roles.txt"), "words/roles.txt is missing");
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    var colon = line.indexOf(':');
                    for (var word : line.substring(colon + 1).strip().split(" ", -1)) {
                        var weak = word.startsWith("~");
                        words.put(Plain.of(weak ? word.substring(1) : word), new Word(line.substring(0, colon), weak));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(words);
    }
}
