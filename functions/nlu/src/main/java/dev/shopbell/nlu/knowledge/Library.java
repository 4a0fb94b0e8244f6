package dev.shopbell.nlu.knowledge;

import dev.shopbell.conversation.Understanding;
import dev.shopbell.nlu.embed.SentenceEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Answers from an index, or says that it has none. Safe for use by many threads. */
public final class Library {
    /** Passages whose odds of answering are within this factor of the best one's may be what was meant. */
    private static final double CLOSE = 2.5;
    /** How many may be meant at most: more choices help nobody. */
    private static final int MOST = 3;
    /** The support and the share of telling words from which on a passage is clearly meant. */
    private static final double CLEAR = 0.9;

    private static final double CLEAR_COVERAGE = 0.6;

    private final KnowledgeIndex index;
    private final Supplier<SentenceEncoder> encoder;
    private final Map<String, Map<String, Integer>> byHeart;

    /** @param encoder asked only for languages that are encoded */
    public Library(KnowledgeIndex index, Supplier<SentenceEncoder> encoder) {
        this.index = index;
        this.encoder = encoder;
        this.byHeart = index.shelves().stream().collect(Collectors.toMap(Shelf::language, Shelf::byHeart));
    }

    /** The language of a text, as far as the documents tell. */
    public String languageOf(String text) {
        return index.languageOf(text);
    }

    /** What answers a question, best first, the others close to it; empty if nothing supports an answer. */
    public List<Understanding.Passage> answers(String question, String language) {
        var known = questionByHeart(question, language);
        return known.isPresent() ? List.of(known.get()) : said(find(question, language, MOST));
    }

    /** The same, but empty where the best passage is not clearly meant: something else may answer as well. */
    public List<Understanding.Passage> clearAnswers(String question, String language) {
        var known = questionByHeart(question, language);
        if (known.isPresent()) {
            return List.of(known.get());
        }
        var found = find(question, language, MOST);
        var isClear = !found.isEmpty()
                && found.getFirst().passage().score() >= CLEAR
                && found.getFirst().coverage() >= CLEAR_COVERAGE;
        return isClear ? said(found) : List.of();
    }

    private static List<Understanding.Passage> said(List<Found> found) {
        return closest(
                found.stream().filter(Found::isSupported).map(Found::passage).toList());
    }

    private static List<Understanding.Passage> closest(List<Understanding.Passage> passages) {
        return passages.stream()
                .filter(passage -> CLOSE * odds(passage) >= odds(passages.getFirst()))
                .toList();
    }

    private static double odds(Understanding.Passage passage) {
        return passage.score() / (1.0001 - passage.score());
    }

    private Optional<Understanding.Passage> questionByHeart(String question, String language) {
        return index.shelf(language).flatMap(shelf -> {
            var place = byHeart.getOrDefault(shelf.language(), Map.of()).get(Spelling.key(question));
            return place == null
                    ? Optional.empty()
                    : Optional.of(said(shelf, shelf.passages().get(place)));
        });
    }

    /** The passage of that key, which somebody chose by its title; empty if there is none any more. */
    public Optional<Understanding.Passage> chosen(String key) {
        return index.shelves().stream()
                .flatMap(shelf -> shelf.passages().stream()
                        .filter(passage ->
                                Understanding.Passage.keyOf(passage.source()).equals(key))
                        .map(passage -> said(shelf, passage)))
                .findFirst();
    }

    private static Understanding.Passage said(Shelf shelf, Passage passage) {
        return new Understanding.Passage(
                new Excerpt(shelf.language(), passage).beginning(),
                passage.title(),
                passage.source(),
                passage.url(),
                1);
    }

    /**
     * A passage, and what speaks for it.
     *
     * @param passage as it would be said; its score is its support
     * @param byWords BM25 as a share of the question's telling words, 0 or more
     * @param byMeaning cosine of its nearest sentence; 0 where the language is not encoded
     * @param coverage the share of the question's telling words that it has, 0..1
     * @param lacking those that it does not have, the most telling first
     * @param threshold the support from which on it is said
     */
    public record Found(
            Understanding.Passage passage,
            double byWords,
            double byMeaning,
            double coverage,
            List<String> lacking,
            double threshold) {

        /** Whether it may be said. */
        public boolean isSupported() {
            return passage.score() >= threshold;
        }
    }

    /** The best passages, said or not; one of each source. */
    public List<Found> find(String question, String language, int most) {
        return find(question, language, most, By.BOTH);
    }

    /** The best passages as one way to search, or both, ranks them. */
    public List<Found> find(String question, String language, int most, By by) {
        return index.shelf(language)
                .map(shelf -> {
                    var finder = new Finder(shelf, by, encoder);
                    return finder.find(question, most).stream()
                            .map(hit -> new Found(
                                    hit.said(),
                                    hit.signs().words(),
                                    hit.signs().meaning(),
                                    hit.signs().coverage(),
                                    hit.lacking(),
                                    finder.weights().threshold()))
                            .toList();
                })
                .orElse(List.of());
    }
}
