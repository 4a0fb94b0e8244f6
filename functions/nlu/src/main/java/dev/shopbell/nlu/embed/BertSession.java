package dev.shopbell.nlu.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;

/** Runs the model. Safe for use by many threads. */
final class BertSession {
    /** ONNX Runtime's own name for where its libraries are; without it they are unpacked from its jar at every start. */
    private static final String NATIVES = "onnxruntime.native.path";

    private final OrtEnvironment environment;
    private final OrtSession session;

    /** Maps the model into memory: a tenth of a second, most of it the library's own loading. */
    BertSession(ModelFolder folder) throws OrtException {
        if (Files.isDirectory(folder.natives()) && System.getProperty(NATIVES) == null) {
            System.setProperty(NATIVES, folder.natives().toString());
        }
        this.environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "nlu");
        try (var options = new OrtSession.SessionOptions()) {
            // A function has one core and one request at a time: threads of its own would only wait for it.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setMemoryPatternOptimization(false);
            options.setOptimizationLevel(OptLevel.NO_OPT); // that was done when the package was built
            this.session = environment.createSession(folder.model().toString(), options);
        }
    }

    /**
     * What the model makes of each piece: for every text, for every piece, so many numbers as the model is wide.
     *
     * @param texts numbers of pieces, equally many in each; at least one text
     */
    float[] states(long[][] texts) throws OrtException {
        var pieces = texts[0].length;
        var ids = new long[texts.length * pieces];
        for (var text = 0; text < texts.length; text++) {
            System.arraycopy(texts[text], 0, ids, text * pieces, pieces);
        }
        var ones = new long[ids.length];
        Arrays.fill(ones, 1);
        var shape = new long[] {texts.length, pieces};
        try (var words = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                var types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                var result = session.run(Map.of("input_ids", words, "attention_mask", mask, "token_type_ids", types))) {
            return ((OnnxTensor) result.get(0)).getFloatBuffer().array();
        }
    }
}
