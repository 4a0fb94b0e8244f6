package dev.shopbell.nlu.embed;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * bge-small-en-v1.5, its states made one vector by {@link Pooling}.
 *
 * <p>The model reads English; of other languages it sees loan words, names and numbers, which still helps a little.
 */
public final class BgeEncoder implements SentenceEncoder {
    /** A message's question stands in its first words; time grows with every piece. */
    private static final int MOST_PIECES = 64;

    private static final Pooling POOLING = new Pooling(384);

    /** What a word that is known may end in besides and be known still. */
    private static final List<String> ENDINGS = List.of("s", "es", "ed", "ing", "er", "en", "ly");

    private static final int SHORTEST_STEM = 3;

    /** One is enough for a process. */
    private static final AtomicReference<@Nullable CompletableFuture<SentenceEncoder>> SHARED = new AtomicReference<>();

    private final BertSession session;
    private final Pieces pieces;
    private final WordPiece tokenizer;

    /** Loads the model, about a tenth of a second and 30 MB. */
    BgeEncoder() {
        try {
            var folder = ModelFolder.ofThisPackage();
            this.pieces = new PieceTable(folder.vocabulary());
            this.tokenizer = new WordPiece(pieces, MOST_PIECES);
            this.session = new BertSession(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence model does not load: " + e.getMessage(), e);
        }
    }

    /**
     * Begins to load the process' encoder on another thread, unless that was begun before: whoever calls early finds it
     * there when it is needed.
     */
    public static CompletableFuture<SentenceEncoder> load() {
        var begun = SHARED.get();
        if (begun != null) {
            return begun;
        }
        var mine = new CompletableFuture<SentenceEncoder>();
        if (SHARED.compareAndSet(null, mine)) {
            Thread.ofPlatform().name("sentence-model").daemon().start(() -> complete(mine));
            return mine;
        }
        return load();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what was completed is the future that callers hold
    private static void complete(CompletableFuture<SentenceEncoder> future) {
        try {
            future.complete(new BgeEncoder());
        } catch (RuntimeException | LinkageError e) {
            future.completeExceptionally(e);
        }
    }

    /**
     * The process' encoder; waits until it is loaded.
     *
     * @throws java.util.concurrent.CompletionException if it cannot be loaded; the cause says why
     */
    public static SentenceEncoder shared() {
        return load().join();
    }

    @Override
    public int size() {
        return POOLING.size();
    }

    @Override
    public boolean knows(String word) {
        // "dont" and "didnt": the model knows "don" and "didn", which stand before an apostrophe.
        return isWhole(word)
                || (word.endsWith("nt") && isWhole(word.substring(0, word.length() - 1)))
                || ENDINGS.stream().anyMatch(ending -> isInflected(word, ending));
    }

    private boolean isInflected(String word, String ending) {
        var stem = word.length() - ending.length();
        return stem >= SHORTEST_STEM && word.endsWith(ending) && isWhole(word.substring(0, stem));
    }

    private boolean isWhole(String word) {
        return pieces.number(word) != Pieces.UNKNOWN;
    }

    /** The model's words stand in the order of how often they were met. */
    @Override
    public double rarity(String word) {
        var number = pieces.number(word);
        return number == Pieces.UNKNOWN ? Double.NaN : number;
    }

    @Override
    public float[] encode(String text) {
        try {
            return POOLING.vector(session.states(tokenizer.numbers(text)));
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence model failed: " + e.getMessage(), e);
        }
    }
}
