package dev.shopbell.nlu.model;

import dev.shopbell.nlu.entity.EntitySpec;
import dev.shopbell.nlu.text.Spelling;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the parts of a model, as {@link PartWriter} wrote them. */
final class PartReader {
    private final ByteBuffer in;

    PartReader(ByteBuffer in) {
        this.in = in;
    }

    EntitySpec entities() {
        return new EntitySpec(string(), string(), strings(), map(() -> map(() -> list(this::string))));
    }

    IntentHead head() {
        var language = string();
        var written = string();
        var classifier = classifier();
        return new IntentHead(
                language,
                written,
                classifier,
                in.getDouble(),
                gate(),
                in.get() == 0 ? Optional.empty() : Optional.of(meaning()),
                new Fusion(in.getDouble(), in.getDouble(), in.getDouble()),
                gate(),
                examples(),
                in.getDouble());
    }

    private Gate gate() {
        var weights = list(in::getDouble);
        return new Gate(weights, in.getDouble());
    }

    private Meaning meaning() {
        var size = in.getInt();
        var scales = new float[in.getInt()];
        var biases = new float[scales.length];
        for (var label = 0; label < scales.length; label++) {
            scales[label] = in.getFloat();
            biases[label] = in.getFloat();
        }
        var weights = new byte[size * scales.length];
        in.get(weights);
        return new Meaning(size, weights, scales, biases);
    }

    private Examples examples() {
        var texts = list(this::string);
        var ends = new int[in.getInt()];
        for (var i = 0; i < ends.length; i++) {
            ends[i] = in.getInt();
        }
        var whitening = whitening();
        var scale = in.getFloat();
        var vectors = new byte[in.getInt()];
        in.get(vectors);
        return new Examples(texts, ends, whitening, vectors, scale);
    }

    private Whitening whitening() {
        var mean = new float[in.getInt()];
        var scales = new float[mean.length];
        for (var i = 0; i < mean.length; i++) {
            mean[i] = in.getFloat();
            scales[i] = in.getFloat();
        }
        var rows = new byte[mean.length * (mean.length + 1) / 2];
        in.get(rows);
        return new Whitening(mean, rows, scales);
    }

    Classifier classifier() {
        var labels = list(this::string);
        var features = new int[in.getInt()];
        in.asIntBuffer().get(features);
        in.position(in.position() + features.length * Integer.BYTES);
        var rarity = new float[features.length];
        in.asFloatBuffer().get(rarity);
        in.position(in.position() + features.length * Float.BYTES);
        var vocabulary = new Vocabulary(features, rarity, in.getFloat(), in.get() != 0, string());
        var scales = new float[labels.size()];
        var biases = new float[labels.size()];
        for (var i = 0; i < scales.length; i++) {
            scales[i] = in.getFloat();
            biases[i] = in.getFloat();
        }
        var weights = new byte[features.length * labels.size()];
        in.get(weights);
        return new Classifier(labels, vocabulary, weights, scales, biases);
    }

    Languages languages() {
        var labels =
                list(() -> new Languages.Label(string(), Character.UnicodeScript.valueOf(string()), in.getFloat()));
        var features = new int[in.getInt()];
        in.asIntBuffer().get(features);
        in.position(in.position() + features.length * Integer.BYTES);
        var starts = new int[features.length + 1];
        for (var i = 0; i < features.length; i++) {
            starts[i + 1] = starts[i] + Byte.toUnsignedInt(in.get());
        }
        var having = new byte[in.getInt()];
        in.get(having);
        var gains = new byte[having.length];
        in.get(gains);
        var missing = new float[labels.size() * Spelling.ORDERS];
        for (var i = 0; i < missing.length; i++) {
            missing[i] = in.getFloat();
        }
        return new Languages(labels, new LanguageTable(features, starts, having, gains, missing));
    }

    Map<String, String> strings() {
        return map(this::string);
    }

    <T> Map<String, T> map(Supplier<T> value) {
        var map = new LinkedHashMap<String, T>();
        var size = in.getInt();
        for (var i = 0; i < size; i++) {
            map.put(string(), value.get());
        }
        return map;
    }

    <T> List<T> list(Supplier<T> item) {
        var list = new ArrayList<T>();
        var size = in.getInt();
        for (var i = 0; i < size; i++) {
            list.add(item.get());
        }
        return list;
    }

    String string() {
        var bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
