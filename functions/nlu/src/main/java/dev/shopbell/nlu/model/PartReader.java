package dev.shopbell.nlu.model;

import dev.shopbell.nlu.entity.EntitySpec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        var classifier = classifier();
        var sharpness = in.getDouble();
        var weights = new ArrayList<Double>();
        for (var i = 0; i <= Gate.SIGNS; i++) {
            weights.add(in.getDouble());
        }
        return new IntentHead(language, classifier, sharpness, new Gate(weights, in.getDouble()));
    }

    Classifier classifier() {
        var labels = list(this::string);
        var features = new int[in.getInt()];
        in.asIntBuffer().get(features);
        in.position(in.position() + features.length * Integer.BYTES);
        var rarity = new float[features.length];
        in.asFloatBuffer().get(rarity);
        in.position(in.position() + features.length * Float.BYTES);
        var vocabulary = new Vocabulary(features, rarity, in.getFloat(), in.get() != 0);
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
