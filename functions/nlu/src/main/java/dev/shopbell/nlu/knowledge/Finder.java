package dev.shopbell.nlu.knowledge;

import dev.shopbell.nlu.embed.SentenceEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Finds passages on a shelf: by words, by meaning, or by both. Safe for use by many threads. */
final class Finder {
    /** How bge wants short questions that look for longer passages. Source: model card of BAAI/bge-small-en-v1.5. */
    private static final String QUESTION = "Represent this sentence for searching relevant passages: ";

    private final Shelf shelf;
    private final By by;
    private final Weights weights;
    private final Supplier<SentenceEncoder> encoder;

    /** @param encoder asked only where the shelf is encoded */
    Finder(Shelf shelf, By by, Supplier<SentenceEncoder> encoder) {
        this.shelf = shelf;
        this.by = by;
        this.encoder = encoder;
        this.weights = shelf.isEncoded() && by != By.WORDS ? Weights.WITH_MEANING : Weights.WORDS_ALONE;
    }

    Weights weights() {
        return weights;
    }

    /**
     * The best passages, best first, one of each source.
     *
     * @param most how many at most
     */
    List<Hit> find(String question, int most) {
        var sought = shelf.sought(Terms.of(shelf.language()).in(question));
        var byWords = shelf.byWords(sought);
        var vector = shelf.isEncoded() && by != By.WORDS ? encoder.get().encode(QUESTION + question) : new float[0];
        var byMeaning = vector.length == 0 ? new double[byWords.length] : shelf.byMeaning(vector);
        var order = IntStream.range(0, byWords.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -rank(byWords[i], byMeaning[i]))
                        .thenComparing(i -> i))
                .toList();
        var hits = new ArrayList<Hit>();
        var sources = new HashSet<String>();
        for (var place : order) {
            if (hits.size() == most) {
                break;
            }
            if (sources.add(shelf.passages().get(place).source())) {
                hits.add(hit(sought, vector, place, byWords[place], byMeaning[place]));
            }
        }
        return hits;
    }

    private double rank(double byWords, double byMeaning) {
        return switch (by) {
            case WORDS -> byWords;
            case MEANING -> shelf.isEncoded() ? byMeaning : byWords;
            case BOTH -> weights.rank(byWords, byMeaning);
        };
    }

    private Hit hit(List<Shelf.Sought> sought, float[] vector, int place, double byWords, double byMeaning) {
        var signs = new Weights.Signs(Shelf.coverage(sought, place), byWords, byMeaning);
        var passage = shelf.passages().get(place);
        var likenesses = vector.length == 0 ? new double[0] : shelf.likenesses(vector, place);
        var excerpt = new Excerpt(shelf.language(), passage).of(sought, likenesses);
        return new Hit(passage, excerpt, signs, weights.support(signs), Shelf.lacking(sought, place));
    }
}
