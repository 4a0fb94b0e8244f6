package dev.shopbell.nlu.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * bge-small-en-v1.5: a vector is the mean of all tokens. Beside the nearest examples, the model's summary token adds
 * nothing to it (measured on validation rows).
 *
 * <p>The model reads English; of other languages it sees loan words, names and numbers, which still helps a little.
 */
public final class BgeEncoder implements SentenceEncoder {
    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final int WIDTH = 384;
    /** A message's question stands in its first words; time grows with every piece. */
    private static final int MOST_PIECES = 64;

    /** One is enough for a process. */
    private static final AtomicReference<@Nullable CompletableFuture<SentenceEncoder>> SHARED = new AtomicReference<>();

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece tokenizer;

    /** Loads the model, about a tenth of a second and 80 MB. */
    BgeEncoder() {
        try {
            this.tokenizer = new WordPiece(vocabulary(), MOST_PIECES);
            this.environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "nlu");
            this.session = session();
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

    private static Map<String, Integer> vocabulary() throws IOException {
        try (var in = resource(TOKENIZER)) {
            return WordPiece.vocabulary(in);
        }
    }

    private OrtSession session() throws OrtException, IOException {
        try (var options = new OrtSession.SessionOptions();
                var in = resource(MODEL)) {
            // A function has one core and one request at a time: threads of its own would only wait for it.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setMemoryPatternOptimization(false);
            return environment.createSession(in.readAllBytes(), options);
        }
    }

    private static InputStream resource(String name) throws IOException {
        var in = BgeEncoder.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException(name + " is missing in the package. Build it anew: ./bot build");
        }
        return in;
    }

    @Override
    public int size() {
        return WIDTH;
    }

    @Override
    public float[] encode(String text) {
        var pieces = tokenizer.numbers(text);
        var ones = new long[pieces.length];
        Arrays.fill(ones, 1);
        var shape = new long[] {1, pieces.length};
        try (var ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(pieces), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                var types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[pieces.length]), shape);
                var result = session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return vector(((OnnxTensor) result.get(0)).getFloatBuffer().array(), pieces.length);
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence model failed: " + e.getMessage(), e);
        }
    }

    private static float[] vector(float[] states, int tokens) {
        var vector = new float[WIDTH];
        for (var token = 0; token < tokens; token++) {
            for (var i = 0; i < WIDTH; i++) {
                vector[i] += states[token * WIDTH + i];
            }
        }
        var squares = 0.0;
        for (var number : vector) {
            squares += number * number;
        }
        var scale = (float) (1 / Math.sqrt(Math.max(squares, 1e-12)));
        for (var i = 0; i < WIDTH; i++) {
            vector[i] *= scale;
        }
        return vector;
    }
}
