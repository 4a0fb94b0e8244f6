package dev.shopbell.nlu.train;

import dev.shopbell.nlu.embed.SentenceEncoder;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Sentences with their vectors, each encoded once however often training looks at it. */
final class Sentences {
    private static final int TELL_EVERY = 2_000;

    private final SentenceEncoder encoder;
    private final Map<String, float[]> vectors = new ConcurrentHashMap<>();

    Sentences(SentenceEncoder encoder) {
        this.encoder = encoder;
    }

    /** Encodes texts side by side. */
    void learn(Collection<String> texts, Consumer<String> progress) {
        var fresh = texts.stream()
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

    float[] vector(String text) {
        return Objects.requireNonNull(vectors.computeIfAbsent(text, encoder::encode));
    }
}
