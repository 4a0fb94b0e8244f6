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
     * What the model makes of each piece: for every piece, so many numbers as the model is wide.
     *
     * <p>One text at a time: with others beside it, its numbers are rounded to 8 bits on their scale, and its vector moves
     * (by up to 0.015 of the cosine) with the company it is in.
     *
     * @param pieces their numbers, at least one
     */
    float[] states(long[] pieces) throws OrtException {
        var ones = new long[pieces.length];
        Arrays.fill(ones, 1);
        var shape = new long[] {1, pieces.length};
        try (var words = OnnxTensor.createTensor(environment, LongBuffer.wrap(pieces), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                var types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[pieces.length]), shape);
                var result = session.run(Map.of("input_ids", words, "attention_mask", mask, "token_type_ids", types))) {
            return ((OnnxTensor) result.get(0)).getFloatBuffer().array();
        }
    }
}
