package dev.shopbell.nlu.knowledge;

import dev.shopbell.nlu.text.Stems;
import dev.shopbell.nlu.text.Word;
import dev.shopbell.nlu.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of a text that say what it is about: stems where the language has a stemmer, without accents, and without the words
 * that every question has ("can", "please", "cuánto"). Not for sharing between threads.
 */
final class Terms {
    private static final Map<String, Set<String>> ASKING = new ConcurrentHashMap<>();

    private final Stems stems;
    private final boolean stemmed;
    private final Set<String> asking;

    private Terms(String language) {
        this.stemmed = Stems.has(language);
        this.stems = Stems.of(stemmed ? language : "en");
        this.asking = ASKING.computeIfAbsent(language, Terms::asking);
    }

    /** @param language two or three letters; one without a stemmer or a list of common words does without */
    static Terms of(String language) {
        return new Terms(language);
    }

    /** The terms in order, as often as they are there. */
    List<String> in(String text) {
        var terms = new ArrayList<String>();
        for (var from = 0; from < text.length(); from += Words.MOST_CHARACTERS) {
            var part = text.substring(from, Math.min(text.length(), from + Words.MOST_CHARACTERS));
            for (var word : Words.of(part)) {
                if (!asking.contains(word.folded())) {
                    terms.add(term(word));
                }
            }
        }
        return terms;
    }

    /** The share of a text's words that are common in this language or among the known terms, 0..1. */
    double known(String text, Set<String> terms) {
        var words = Words.of(text);
        var known = words.stream()
                .filter(word -> asking.contains(word.folded()) || terms.contains(term(word)))
                .count();
        return words.isEmpty() ? 0 : (double) known / words.size();
    }

    private String term(Word word) {
        // A number is itself: "12 people" is not "20 people".
        return word.number() ? word.lower() : stemmed ? stems.stem(word) : word.folded();
    }

    private static Set<String> asking(String language) {
        try (var in = Terms.class.getResourceAsStream("common/" + language + ".txt")) {
            if (in == null) {
                return Set.of();
            }
            var words = new HashSet<String>();
            for (var word : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\s+", -1)) {
                Words.of(word).forEach(w -> words.add(w.folded()));
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
