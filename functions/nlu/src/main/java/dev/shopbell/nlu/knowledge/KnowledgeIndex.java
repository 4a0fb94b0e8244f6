package dev.shopbell.nlu.knowledge;

import dev.shopbell.definition.Knowledge;
import dev.shopbell.nlu.embed.SentenceEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * All that a bot can look up, ready to be searched: a shelf per language. The same documents make the same index.
 *
 * @param shelves in the order of the bot's languages; languages without a document have none
 */
public record KnowledgeIndex(List<Shelf> shelves) {
    /**
     * What the encoder reads. Others gain nothing from it, not even put into English word for word (measured:
     * docs/understanding.md), so they are found by words.
     */
    private static final Set<String> ENCODED = Set.of("en");

    public KnowledgeIndex {
        shelves = List.copyOf(shelves);
    }

    /**
     * Makes an index.
     *
     * @param languages BCP 47, the bot's
     * @param encoder asked only where there is something that it reads
     * @param progress told in words how far it is
     */
    public static KnowledgeIndex of(
            Knowledge knowledge, List<String> languages, Supplier<SentenceEncoder> encoder, Consumer<String> progress) {
        var shelves = new ArrayList<Shelf>();
        for (var language : languages) {
            var passages = new PassageCutter(language).cut(knowledge);
            if (!passages.isEmpty()) {
                progress.accept("Indexing " + passages.size() + " passages in \"" + language + "\"");
                var texts = passages.stream().flatMap(p -> p.encoded().stream()).toList();
                var vectors = ENCODED.contains(mainPart(language))
                        ? texts.stream().map(encoder.get()::encode).toList()
                        : List.<float[]>of();
                shelves.add(Shelf.of(language, passages, vectors));
            }
        }
        return new KnowledgeIndex(shelves);
    }

    private static String mainPart(String language) {
        return language.split("[-_]", 2)[0];
    }

    public boolean isEmpty() {
        return shelves.isEmpty();
    }

    /** How many passages there are, in all languages. */
    public int size() {
        return shelves.stream().mapToInt(shelf -> shelf.passages().size()).sum();
    }

    /** The shelf of a language; of its sister ({@code es} for {@code es-MX}) if there is no nearer. */
    Optional<Shelf> shelf(String language) {
        return shelves.stream()
                .filter(shelf -> shelf.language().equals(language))
                .findFirst()
                .or(() -> shelves.stream()
                        .filter(shelf -> mainPart(shelf.language()).equals(mainPart(language)))
                        .findFirst());
    }

    /** The language of which a text has the most words, by the documents alone; the first one's if it has none of any. */
    public String languageOf(String text) {
        var best = "";
        var most = -1.0;
        for (var shelf : shelves) {
            var known = Terms.of(shelf.language()).known(text, shelf.postings().keySet());
            if (known > most) {
                most = known;
                best = shelf.language();
            }
        }
        return best;
    }
}
