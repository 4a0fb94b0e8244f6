package dev.shopbell.nlu.mood;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The mood's words in one language, from {@code LANGUAGE.txt} beside this class: lines of {@code kind [weight]: phrase | …},
 * {@code #} for a comment. {@code *} after a word: and whatever it goes on with. {@code #}
 * is any number. Accents and case do not count.
 */
final class MoodWords {
    static final List<MoodWords> ALL = List.of(read("en"), read("es"), read("fr"), read("de"), read("pt"), read("it"));

    private static final int SHORTEST_STEM = 2;

    private final String language;
    private final Map<String, List<MoodWord>> byFirst = new HashMap<>();
    private final Map<String, List<MoodWord>> byStem = new HashMap<>();

    private MoodWords(String language) {
        this.language = language;
    }

    boolean isOf(String locale) {
        return locale.equals(language)
                || (locale.length() > 2 && locale.startsWith(language) && !Character.isLetter(locale.charAt(2)));
    }

    /** The phrase that begins at a place, the longest and among them those that hide others first; empty if none. */
    List<MoodWord> at(List<String> words, int at) {
        var first = words.get(at);
        var found = new ArrayList<MoodWord>();
        collect(byFirst.getOrDefault(first, List.of()), words, at, found);
        if (!byStem.isEmpty()) {
            for (var length = SHORTEST_STEM; length <= Math.min(first.length(), 20); length++) {
                collect(byStem.getOrDefault(first.substring(0, length), List.of()), words, at, found);
            }
        }
        if (found.size() > 1) {
            found.sort(Comparator.comparingInt((MoodWord word) -> -word.words().size())
                    .thenComparing(word -> word.kind() != MoodWord.Kind.NOTHING));
        }
        return found;
    }

    private static void collect(List<MoodWord> candidates, List<String> words, int at, List<MoodWord> found) {
        for (var candidate : candidates) {
            var phrase = candidate.words();
            var end = at + phrase.size();
            if (end <= words.size() && isSame(candidate, words.subList(at, end))) {
                found.add(candidate);
            }
        }
    }

    private static boolean isSame(MoodWord phrase, List<String> words) {
        var last = words.size() - 1;
        for (var i = 0; i < last; i++) {
            if (!words.get(i).equals(phrase.words().get(i))) {
                return false;
            }
        }
        var expected = phrase.words().get(last);
        return phrase.prefix()
                ? words.get(last).startsWith(expected)
                : words.get(last).equals(expected);
    }

    private static MoodWords read(String language) {
        var words = new MoodWords(language);
        words.readFile("all");
        words.readFile(language);
        return words;
    }

    private void readFile(String name) {
        var resource = name + ".txt";
        var stream = Objects.requireNonNull(
                MoodWords.class.getResourceAsStream(resource), resource + " is missing in the package");
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    readLine(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readLine(String line) {
        var colon = line.indexOf(": ");
        var head = line.substring(0, colon).split(" ", 2);
        var kind = MoodWord.Kind.valueOf(head[0].toUpperCase(Locale.ROOT));
        var weight = head.length > 1 ? Double.parseDouble(head[1]) : 0;
        for (var written : line.substring(colon + 2).split("\\|", -1)) {
            var phrase = written.strip();
            var prefix = phrase.endsWith("*");
            var words = Said.words(phrase.replace('#', '1')).stream()
                    .map(Said::word)
                    .toList();
            var into = prefix && words.size() == 1 ? byStem : byFirst;
            into.computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
                    .add(new MoodWord(kind, words, prefix, weight));
        }
    }
}
