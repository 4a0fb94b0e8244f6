package dev.shopbell.nlu.command;

import com.fasterxml.jackson.core.JsonFactory;
import dev.shopbell.nlu.Explanation;
import dev.shopbell.nlu.NluJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An {@link Explanation} for people, as tables, and for programs, as JSON. */
final class ExplanationText {
    private static final int BAR = 20;

    private ExplanationText() {}

    static void print(Explanation why, PrintStream out) {
        out.println();
        if (why.understanding().intents().isEmpty()) {
            out.println("No intent was found, so there is nothing to explain.");
            return;
        }
        var best = why.understanding().intents().getFirst().name();
        out.println("Why " + best + (why.head().isEmpty() ? "" : " (by the examples in \"" + why.head() + "\")"));
        var most =
                why.words().stream().mapToDouble(w -> Math.abs(w.share())).max().orElse(1);
        for (var word : why.words()) {
            var length = (int) Math.round(BAR * Math.abs(word.share()) / Math.max(most, 1e-9));
            out.printf(
                    Locale.ROOT,
                    "  %-18s %+7.2f %s%n",
                    word.word(),
                    word.share(),
                    (word.share() < 0 ? "-" : "+").repeat(length));
        }
        if (!why.read().isEmpty()) {
            out.println("Read as \"" + why.read() + "\"");
        }
        if (!why.nearest().isEmpty()) {
            out.println("Nearest examples");
            why.nearest()
                    .forEach(near -> out.printf(
                            Locale.ROOT, "  %-24s %.2f  \"%s\"%n", near.intent(), near.likeness(), near.example()));
        }
        out.println(scope(why));
        why.reasons()
                .forEach(reason -> out.printf(
                        Locale.ROOT, "  %-44s %8.2f %+7.2f%n", reason.sign(), reason.value(), reason.share()));
    }

    private static String scope(Explanation why) {
        if (why.threshold() == 0) {
            return "In scope: the words alone were sure.";
        }
        return String.format(
                Locale.ROOT,
                "%s: in scope by %.0f %%, and %.0f %% are asked for.%s",
                why.understanding().outOfScope() ? "Out of scope" : "In scope",
                100 * why.inScope(),
                100 * why.threshold(),
                why.understanding().outOfScope() && why.inScope() >= why.threshold()
                        ? " Yet its words are of a language that the bot does not speak."
                        : "");
    }

    static String json(Explanation why) throws IOException {
        var understanding = new ByteArrayOutputStream();
        NluJson.write(why.understanding(), understanding);
        var text = new ByteArrayOutputStream();
        try (var json = JsonFactory.builder().build().createGenerator(text)) {
            json.writeStartObject();
            json.writeFieldName("understanding");
            json.writeRawValue(understanding.toString(StandardCharsets.UTF_8));
            json.writeStringField("head", why.head());
            json.writeStringField("read", why.read());
            json.writeBooleanField("wordsAlone", why.wordsAlone());
            json.writeNumberField("inScope", why.inScope());
            json.writeNumberField("threshold", why.threshold());
            json.writeArrayFieldStart("words");
            for (var word : why.words()) {
                json.writeStartObject();
                json.writeStringField("word", word.word());
                json.writeNumberField("share", word.share());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("nearest");
            for (var near : why.nearest()) {
                json.writeStartObject();
                json.writeStringField("intent", near.intent());
                json.writeStringField("example", near.example());
                json.writeNumberField("likeness", near.likeness());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("reasons");
            for (var reason : why.reasons()) {
                json.writeStartObject();
                json.writeStringField("sign", reason.sign());
                json.writeNumberField("value", reason.value());
                json.writeNumberField("share", reason.share());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
