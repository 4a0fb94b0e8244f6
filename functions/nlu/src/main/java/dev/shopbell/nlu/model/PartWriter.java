package dev.shopbell.nlu.model;

import dev.shopbell.nlu.entity.EntitySpec;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the parts of a model; {@link PartReader} is its mirror. */
final class PartWriter {
    private final DataOutputStream out;

    PartWriter(DataOutputStream out) {
        this.out = out;
    }

    void entities(EntitySpec spec) throws IOException {
        string(spec.timeZone());
        string(spec.phoneRegion());
        strings(new TreeMap<>(spec.patterns()));
        var lists = new TreeMap<>(spec.lists());
        out.writeInt(lists.size());
        for (var list : lists.entrySet()) {
            string(list.getKey());
            // In the bot's own order: where two values share a synonym, the first one has it.
            out.writeInt(list.getValue().size());
            for (Map.Entry<String, List<String>> value : list.getValue().entrySet()) {
                string(value.getKey());
                strings(value.getValue());
            }
        }
    }

    void head(IntentHead head) throws IOException {
        string(head.language());
        string(head.written());
        classifier(head.classifier());
        out.writeDouble(head.wordsAlone());
        gate(head.sure());
        out.writeBoolean(head.meaning().isPresent());
        if (head.meaning().isPresent()) {
            meaning(head.meaning().get());
        }
        out.writeDouble(head.fusion().words());
        out.writeDouble(head.fusion().meaning());
        out.writeDouble(head.fusion().nearest());
        gate(head.gate());
        examples(head.examples());
        out.writeDouble(head.heldOut());
    }

    private void gate(Gate gate) throws IOException {
        out.writeInt(gate.weights().size());
        for (var weight : gate.weights()) {
            out.writeDouble(weight);
        }
        out.writeDouble(gate.threshold());
    }

    private void meaning(Meaning meaning) throws IOException {
        out.writeInt(meaning.size());
        out.writeInt(meaning.labels());
        for (var label = 0; label < meaning.labels(); label++) {
            out.writeFloat(meaning.scales()[label]);
            out.writeFloat(meaning.biases()[label]);
        }
        out.write(meaning.weights());
    }

    private void examples(Examples examples) throws IOException {
        strings(examples.texts());
        out.writeInt(examples.ends().length);
        for (var end : examples.ends()) {
            out.writeInt(end);
        }
        whitening(examples.whitening());
        out.writeFloat(examples.scale());
        out.writeInt(examples.vectors().length);
        out.write(examples.vectors());
    }

    private void whitening(Whitening whitening) throws IOException {
        out.writeInt(whitening.mean().length);
        for (var i = 0; i < whitening.mean().length; i++) {
            out.writeFloat(whitening.mean()[i]);
            out.writeFloat(whitening.scales()[i]);
        }
        out.write(whitening.rows());
    }

    void classifier(Classifier classifier) throws IOException {
        strings(classifier.labels());
        var vocabulary = classifier.vocabulary();
        out.writeInt(vocabulary.size());
        var numbers = ByteBuffer.allocate(vocabulary.size() * 8);
        for (var feature : vocabulary.features()) {
            numbers.putInt(feature);
        }
        for (var rarity : vocabulary.rarity()) {
            numbers.putFloat(rarity);
        }
        out.write(numbers.array());
        out.writeFloat(vocabulary.unseenRarity());
        out.writeBoolean(vocabulary.accents());
        string(vocabulary.stemming());
        for (var i = 0; i < classifier.labels().size(); i++) {
            out.writeFloat(classifier.scales()[i]);
            out.writeFloat(classifier.biases()[i]);
        }
        out.write(classifier.weights());
    }

    void languages(Languages languages) throws IOException {
        out.writeInt(languages.labels().size());
        for (var label : languages.labels()) {
            string(label.language());
            string(label.script().name());
            out.writeFloat(label.prior());
        }
        var table = languages.table();
        var features = ByteBuffer.allocate(table.features().length * Integer.BYTES);
        features.asIntBuffer().put(table.features());
        out.writeInt(table.features().length);
        out.write(features.array());
        for (var i = 0; i < table.features().length; i++) {
            out.writeByte(table.starts()[i + 1] - table.starts()[i]);
        }
        out.writeInt(table.labels().length);
        out.write(table.labels());
        out.write(table.gains());
        for (var missing : table.missing()) {
            out.writeFloat(missing);
        }
    }

    void strings(SortedMap<String, String> map) throws IOException {
        out.writeInt(map.size());
        for (var entry : map.entrySet()) {
            string(entry.getKey());
            string(entry.getValue());
        }
    }

    void strings(List<String> list) throws IOException {
        out.writeInt(list.size());
        for (var text : list) {
            string(text);
        }
    }

    void string(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
