package dev.shopbell.nlu.command;

import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Utterance;
import dev.shopbell.definition.BotFiles;
import dev.shopbell.definition.InvalidBotException;
import dev.shopbell.nlu.TrainedUnderstander;
import dev.shopbell.nlu.WellReadUnderstander;
import dev.shopbell.nlu.embed.BgeEncoder;
import dev.shopbell.nlu.knowledge.By;
import dev.shopbell.nlu.knowledge.Learning;
import dev.shopbell.nlu.knowledge.Library;
import dev.shopbell.nlu.train.ModelTrainer;
import dev.shopbell.nlu.train.TrainingSet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code ./bot nlu evaluate-knowledge}: asks the documents questions whose sources are known, and questions that they do not
 * answer. {@code --learn} prints weights learned from the questions; {@code --whole} has the bot's intents hear them first, as in
 * a conversation.
 */
final class EvaluateKnowledge {
    private static final String USAGE =
            "./bot nlu evaluate-knowledge (--bot DIR [--whole] | --knowledge DIR [--locale L])"
                    + " --questions Q.tsv [--by words|meaning|both] [--learn] [--misses]";
    private static final int MOST = 10;
    private static final double NANOS_PER_MILLI = 1e6;

    private EvaluateKnowledge() {}

    static int run(List<String> line, PrintStream out, PrintStream err) throws IOException, InvalidBotException {
        var arguments = Arguments.parse(
                line,
                Set.of("--bot", "--knowledge", "--locale", "--questions", "--by"),
                Set.of("--whole", "--learn", "--misses"));
        var questions = KnownQuestion.readTsv(arguments.requiredPath("--questions", USAGE));
        var by = by(arguments.value("--by").orElse("both"));
        var library = new Library(Documents.index(arguments, err), BgeEncoder::shared);
        var results = new ArrayList<KnowledgeMetrics.Result>();
        var lessons = new ArrayList<Learning.Lesson>();
        for (var question : questions) {
            var language = question.language().isEmpty()
                    ? arguments.value("--locale").orElseGet(() -> library.languageOf(question.text()))
                    : question.language();
            var started = System.nanoTime();
            var found = library.find(question.text(), language, MOST, by);
            var millis = (System.nanoTime() - started) / NANOS_PER_MILLI;
            var result = new KnowledgeMetrics.Result(question, found, millis);
            results.add(result);
            if (!found.isEmpty()) {
                lessons.add(new Learning.Lesson(found.getFirst(), result.rank() == 1));
            }
            if (arguments.has("--misses") && !result.isFine()) {
                err.println(result.words());
            }
        }
        if (arguments.has("--learn")) {
            Learning.weights(lessons).forEach(err::println);
        }
        var metrics = new KnowledgeMetrics(results);
        err.println(metrics.words());
        if (arguments.has("--whole")) {
            whole(Documents.bot(arguments), library, questions, arguments.has("--misses"), err);
        }
        out.println(metrics.json());
        return Command.DONE;
    }

    private static By by(String name) {
        try {
            return By.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadUsage("There is no way to search \"" + name + "\". Known: words, meaning, both");
        }
    }

    private static void whole(
            Path folder, Library library, List<KnownQuestion> questions, boolean tell, PrintStream err)
            throws IOException, InvalidBotException {
        var model = new ModelTrainer(progress -> {}).train(TrainingSet.of(BotFiles.read(folder)), List.of());
        var understander = new WellReadUnderstander(new TrainedUnderstander(model, Clock.systemUTC()), () -> library);
        var counts = new int[4];
        for (var question : questions) {
            var understood = understander.understand(Utterance.of(question.text()));
            var place = place(question, understood);
            counts[place]++;
            if (tell && place > 0) {
                err.println(String.join("\t", "whole", KINDS.get(place), question.text(), said(understood)));
            }
        }
        for (var i = 0; i < counts.length; i++) {
            err.println("With intents first: " + counts[i] + " " + KINDS.get(i));
        }
    }

    private static final List<String> KINDS =
            List.of("as it should be", "answered by an intent", "not answered", "answered from the wrong place");

    private static int place(KnownQuestion question, Understanding understood) {
        if (!understood.knowledge().isEmpty()) {
            return question.isAnsweredBy(understood.knowledge().getFirst().source()) ? 0 : 3;
        }
        if (!understood.outOfScope() && !understood.intents().isEmpty()) {
            var intent = "intent:" + understood.intents().getFirst().name();
            return question.isAnsweredBy(intent) ? 0 : 1;
        }
        return question.isAnswerable() ? 2 : 0;
    }

    private static String said(Understanding understood) {
        return understood.knowledge().isEmpty()
                ? understood.intents().stream().limit(1).toList().toString()
                : understood.knowledge().getFirst().source();
    }
}
