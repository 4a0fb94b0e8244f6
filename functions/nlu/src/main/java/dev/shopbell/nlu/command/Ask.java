package dev.shopbell.nlu.command;

import com.fasterxml.jackson.core.JsonFactory;
import dev.shopbell.definition.InvalidBotException;
import dev.shopbell.nlu.embed.BgeEncoder;
import dev.shopbell.nlu.knowledge.Library;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code ./bot nlu ask}: what a bot's documents say to a question, what else was found, and why nothing is said if so. */
final class Ask {
    private static final int MOST = 5;

    private Ask() {}

    static int run(List<String> line, PrintStream out, PrintStream err) throws IOException, InvalidBotException {
        var arguments = Arguments.parse(line, Set.of("--bot", "--knowledge", "--locale"), Set.of("--json"));
        if (arguments.words().isEmpty()) {
            throw new BadUsage(
                    "There is no question. Put it in quotes: ./bot nlu ask \"how long does the sourdough keep?\"");
        }
        var question = String.join(" ", arguments.words());
        var library = new Library(Documents.index(arguments, err), BgeEncoder::shared);
        var language = arguments.value("--locale").orElseGet(() -> library.languageOf(question));
        var found = library.find(question, language, MOST);
        if (found.isEmpty()) {
            throw new BadUsage("There are no documents in \"" + language + "\".");
        }
        if (arguments.has("--json")) {
            out.println(json(language, found));
        } else {
            print(library, question, language, found, out);
        }
        return Command.DONE;
    }

    private static void print(
            Library library, String question, String language, List<Library.Found> found, PrintStream out) {
        var answers = library.answers(question, language);
        out.println("language  " + language);
        if (answers.isEmpty()) {
            out.println("answer    none: " + why(found.getFirst()));
        } else {
            var best = answers.getFirst();
            out.println("answer    " + best.text().replace("\n", "\n          "));
            out.println("from      " + best.title() + (best.url().isEmpty() ? "" : " (" + best.url() + ")"));
            answers.stream().skip(1).forEach(other -> out.println("or        " + other.title()));
        }
        out.println();
        out.println("  words  meaning  rare words  support  source");
        for (var one : found) {
            out.printf(
                    Locale.ROOT,
                    "  %5.2f  %7.2f  %10.2f  %7.2f  %s%n",
                    one.byWords(),
                    one.byMeaning(),
                    one.coverage(),
                    one.passage().score(),
                    one.passage().source());
        }
    }

    private static String why(Library.Found best) {
        var lacking =
                best.lacking().isEmpty() ? "" : " It does not speak of: " + String.join(", ", best.lacking()) + ".";
        return String.format(
                Locale.ROOT,
                "the best passage is supported %.2f, and %.2f is needed.%s",
                best.passage().score(),
                best.threshold(),
                lacking);
    }

    private static String json(String language, List<Library.Found> found) throws IOException {
        var text = new StringWriter();
        try (var json = JsonFactory.builder().build().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("language", language);
            json.writeBooleanField("answered", found.getFirst().isSupported());
            json.writeArrayFieldStart("passages");
            for (var one : found) {
                json.writeStartObject();
                json.writeStringField("source", one.passage().source());
                json.writeStringField("title", one.passage().title());
                json.writeStringField("text", one.passage().text());
                json.writeNumberField("byWords", one.byWords());
                json.writeNumberField("byMeaning", one.byMeaning());
                json.writeNumberField("coverage", one.coverage());
                json.writeNumberField("support", one.passage().score());
                json.writeArrayFieldStart("lacking");
                for (var word : one.lacking()) {
                    json.writeString(word);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }
}
