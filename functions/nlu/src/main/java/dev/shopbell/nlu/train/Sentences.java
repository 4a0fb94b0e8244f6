package dev.shopbell.nlu.train;

import dev.shopbell.nlu.embed.SentenceEncoder;
import dev.shopbell.nlu.text.Glossary;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Sentences of one language with their vectors, each encoded once however often training looks at it. */
final class Sentences {
    private static final int TELL_EVERY = 2_000;

    private final SentenceEncoder encoder;
    private final Optional<Glossary> glossary;
    private final Map<String, float[]> vectors;

    /** English sentences, and others of which no more is known. */
    Sentences(SentenceEncoder encoder) {
        this(encoder, Optional.empty(), new ConcurrentHashMap<>());
    }

    private Sentences(SentenceEncoder encoder, Optional<Glossary> glossary, Map<String, float[]> vectors) {
        this.encoder = encoder;
        this.glossary = glossary;
        this.vectors = vectors;
    }

    /** Sentences of another language; what was encoded already is shared. */
    Sentences in(String language) {
        return new Sentences(encoder, Glossary.of(language), vectors);
    }

    /** Encodes texts side by side. */
    void learn(Collection<String> texts, Consumer<String> progress) {
        var fresh = texts.stream()
                .map(this::english)
                .distinct()
                .filter(text -> !vectors.containsKey(text))
                .toList();
        for (var from = 0; from < fresh.size(); from += TELL_EVERY) {
            var to = Math.min(fresh.size(), from + TELL_EVERY);
            fresh.subList(from, to).parallelStream().forEach(text -> vectors.put(text, encoder.encode(text)));
            if (fresh.size() > TELL_EVERY) {
                progress.accept("Encoded " + to + " of " + fresh.size() + " sentences");
            }
        }
    }

    int size() {
        return encoder.size();
    }

    private String english(String text) {
        return glossary.map(words -> words.english(text)).orElse(text);
    }

    float[] vector(String text) {
        return ofEnglish(english(text));
    }

    /** The vector of a text that is English whatever the language of the others, such as an intent's name. */
    float[] ofEnglish(String text) {
        return Objects.requireNonNull(vectors.computeIfAbsent(text, encoder::encode));
    }
}
