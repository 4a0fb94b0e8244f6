package dev.shopbell.nlu.command;

import com.fasterxml.jackson.core.JsonFactory;
import dev.shopbell.definition.BotDefinition;
import dev.shopbell.nlu.model.NluModel;
import dev.shopbell.nlu.train.Example;
import dev.shopbell.nlu.train.TrainingSet;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * What a packaged model was made of, and how good it is by cross-validation on its own examples.
 *
 * @param date when; the model's bytes do not depend on it
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, to be hashed
record Manifest(BotDefinition bot, TrainingSet set, NluModel model, byte[] bytes, Instant date) {
    static final String FILE = "manifest.json";

    String json() {
        var text = new StringWriter();
        try (var json = JsonFactory.builder().build().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("version", 1);
            json.writeStringField("bot", bot.name());
            json.writeStringField("date", date.toString());
            json.writeStringField("examplesSha256", examplesHash());
            json.writeStringField("modelSha256", hash(bytes));
            json.writeNumberField("modelBytes", bytes.length);
            json.writeArrayFieldStart("languages");
            for (var entry : set.examples().entrySet()) {
                json.writeStartObject();
                json.writeStringField("language", entry.getKey());
                json.writeNumberField("examples", entry.getValue().size());
                json.writeNumberField("intents", intents(entry.getValue()));
                json.writeNumberField("crossValidatedAccuracy", heldOut(entry.getKey()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail so
        }
        return text + "\n";
    }

    private double heldOut(String language) {
        return model.heads().stream()
                .filter(head -> head.language().equals(language))
                .mapToDouble(head -> Math.round(1000 * head.heldOut()) / 1000.0)
                .findFirst()
                .orElse(0);
    }

    private static long intents(List<Example> examples) {
        return examples.stream().map(Example::label).distinct().count();
    }

    private String examplesHash() {
        var all = new StringBuilder();
        set.examples()
                .forEach((language, rows) -> rows.forEach(row -> all.append(language)
                        .append('\t')
                        .append(row.label())
                        .append('\t')
                        .append(row.text())
                        .append('\n')));
        return hash(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
