package dev.shopbell.nlu.embed;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes of the published model what a function loads fast; the build runs it. ONNX Runtime's graph optimisation, done here
 * once, takes longer than all the rest of loading; weights in a file of their own are mapped instead of copied; the
 * vocabulary becomes a {@link PieceTable}. The numbers that come out of the model stay the same.
 *
 * <p>Source: onnxruntime.ai/docs/performance/model-optimizations/graph-optimizations.html, "Offline mode": up to the extended
 * level the result runs on other hardware; the level above it may not.
 */
final class PrepareModel {
    private static final String SMALLEST_WEIGHT_APART_BYTES = "1024";

    private PrepareModel() {}

    /**
     * @param args the published model, its tokenizer.json, and the folder to fill; nothing is done if that is newer than the
     *     model
     */
    public static void main(String[] args) throws IOException, OrtException {
        var published = Path.of(args[0]);
        var folder = Path.of(args[2]);
        var vocabulary = folder.resolve(ModelFolder.VOCABULARY);
        if (Files.exists(vocabulary)
                && Files.getLastModifiedTime(vocabulary).compareTo(Files.getLastModifiedTime(published)) > 0) {
            return;
        }
        Files.createDirectories(folder);
        optimise(published, folder);
        try (var tokenizer = Files.newInputStream(Path.of(args[1]))) { // last: its being there says that all is done
            Files.write(vocabulary, PieceTable.bytes(vocabulary(tokenizer)));
        }
    }

    private static void optimise(Path published, Path folder) throws OrtException {
        var environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "build");
        try (var options = new OrtSession.SessionOptions()) {
            options.setOptimizationLevel(OptLevel.EXTENDED_OPT);
            options.setOptimizedModelFilePath(folder.resolve(ModelFolder.MODEL).toString());
            options.addConfigEntry("session.optimized_model_external_initializers_file_name", ModelFolder.WEIGHTS);
            options.addConfigEntry(
                    "session.optimized_model_external_initializers_min_size_in_bytes", SMALLEST_WEIGHT_APART_BYTES);
            environment.createSession(published.toString(), options).close();
        }
    }

    /** Reads the vocabulary out of a {@code tokenizer.json} of Hugging Face's form: {@code model.vocab}. */
    static Map<String, Integer> vocabulary(InputStream tokenizer) throws IOException {
        var pieces = new HashMap<String, Integer>(65_536);
        try (var json = JsonFactory.builder().build().createParser(tokenizer)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_OBJECT && "vocab".equals(json.currentName())) {
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        var piece = json.currentName();
                        pieces.put(piece, json.nextIntValue(Pieces.UNKNOWN));
                    }
                    return pieces;
                }
            }
        }
        throw new IOException("This is no tokenizer: it has no vocabulary");
    }
}
