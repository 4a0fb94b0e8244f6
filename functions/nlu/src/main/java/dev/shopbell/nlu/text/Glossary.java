package dev.shopbell.nlu.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts a text of another language into English, word for word, for the sentence model, which reads nothing else. That is
 * no translation, but "have some hobby" tells it more than "tienes algún hobby". Words it does not know stay as they are.
 *
 * <p>The glossaries are our own: {@code gloss/LANGUAGE.txt}, lines of {@code english<TAB>form|form|…}, a thousand everyday
 * meanings in each; the first line that has a form gives its meaning. Safe for use by many threads.
 */
public final class Glossary {
    private static final Map<String, Optional<Glossary>> LOADED = new ConcurrentHashMap<>();
    /** Articles and prepositions that are written together with the next word. */
    private static final Map<String, String> PREFIXES = Map.of("ar", "وفبلك", "he", "והבלמשכ");

    private static final String ARABIC_ARTICLE = "ال";
    private static final int MOST_PREFIXES = 2;
    /** What is left of a word when its endings are cut off letter by letter, where there is no stemmer. */
    private static final int SHORTEST_REST = 4;

    private static final int LONGEST_ENDING = 5;

    private final String language;
    private final Map<String, String> phrases = new HashMap<>();
    private final Map<String, String> stems = new HashMap<>();
    private int longest = 1;

    private Glossary(String language, BufferedReader lines) throws IOException {
        this.language = language;
        var folded = new HashMap<String, String>();
        var stemmer = Stems.has(language) ? Stems.of(language) : null;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var tab = line.indexOf('\t');
            var english = line.substring(0, tab);
            for (var form : line.substring(tab + 1).split("\\|", -1)) {
                learn(Words.of(form), english, folded, stemmer);
            }
        }
        folded.forEach(phrases::putIfAbsent);
    }

    private void learn(List<Word> words, String english, Map<String, String> folded, @Nullable Stems stemmer) {
        if (words.isEmpty()) {
            return;
        }
        longest = Math.max(longest, words.size());
        phrases.putIfAbsent(key(words, false), english);
        folded.putIfAbsent(key(words, true), english);
        if (stemmer != null && words.size() == 1) {
            stems.putIfAbsent(stemmer.stem(words.getFirst()), english);
        }
    }

    /**
     * The glossary of a language.
     *
     * @param language two or three letters, as in BCP 47
     * @return empty for English, and where there is none
     */
    public static Optional<Glossary> of(String language) {
        var loaded = LOADED.get(language);
        if (loaded != null) {
            return loaded;
        }
        return language.matches("[a-z]{2,3}") ? LOADED.computeIfAbsent(language, Glossary::load) : Optional.empty();
    }

    private static Optional<Glossary> load(String language) {
        var stream = Glossary.class.getResourceAsStream("/dev/shopbell/nlu/gloss/" + language + ".txt");
        if (stream == null) {
            return Optional.empty();
        }
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return Optional.of(new Glossary(language, lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text's words in English as far as they are known, in their order, without punctuation. */
    public String english(String text) {
        var words = Words.of(text);
        var stemmer = stems.isEmpty() ? null : Stems.of(language);
        var english = new StringBuilder();
        for (var at = 0; at < words.size(); ) {
            var length = Math.min(longest, words.size() - at);
            var meaning = phrase(words.subList(at, at + length));
            while (meaning == null && length > 1) {
                length--;
                meaning = phrase(words.subList(at, at + length));
            }
            if (meaning == null) {
                meaning = inflected(words.get(at), stemmer);
            }
            english.append(at == 0 ? "" : " ")
                    .append(meaning == null ? words.get(at).lower() : meaning);
            at += length;
        }
        return english.toString();
    }

    /** @param folded a word in lower case without accents */
    public boolean knows(String folded) {
        return phrases.containsKey(folded);
    }

    private @Nullable String phrase(List<Word> words) {
        var exact = phrases.get(key(words, false));
        return exact != null ? exact : phrases.get(key(words, true));
    }

    private @Nullable String inflected(Word word, @Nullable Stems stemmer) {
        if (word.number()) {
            return null;
        }
        if (stemmer != null) {
            var meaning = stems.get(stemmer.stem(word));
            if (meaning != null) {
                return meaning;
            }
        }
        var bare = withoutPrefix(word.folded());
        return bare != null || (stemmer != null && !language.equals("tr")) ? bare : withoutEnding(word.folded());
    }

    private @Nullable String withoutPrefix(String word) {
        var prefixes = PREFIXES.getOrDefault(language, "");
        for (var cut = 1; cut <= MOST_PREFIXES && cut + 1 < word.length(); cut++) {
            if (prefixes.indexOf(word.charAt(cut - 1)) < 0) {
                break;
            }
            var rest = word.substring(cut);
            var meaning = phrases.get(rest);
            if (meaning == null && rest.startsWith(ARABIC_ARTICLE)) {
                meaning = phrases.get(rest.substring(ARABIC_ARTICLE.length()));
            }
            if (meaning != null) {
                return meaning;
            }
        }
        return word.startsWith(ARABIC_ARTICLE) ? phrases.get(word.substring(ARABIC_ARTICLE.length())) : null;
    }

    private @Nullable String withoutEnding(String word) {
        for (var cut = 1; cut <= LONGEST_ENDING && word.length() - cut >= SHORTEST_REST; cut++) {
            var meaning = phrases.get(word.substring(0, word.length() - cut));
            if (meaning != null) {
                return meaning;
            }
        }
        return null;
    }

    private static String key(List<Word> words, boolean folded) {
        var key = new StringBuilder();
        for (var word : words) {
            key.append(key.isEmpty() ? "" : " ").append(folded && !word.number() ? word.folded() : word.lower());
        }
        return key.toString();
    }
}
