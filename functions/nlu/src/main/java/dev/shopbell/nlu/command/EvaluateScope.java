package dev.shopbell.nlu.command;

import dev.shopbell.nlu.TrainedUnderstander;
import dev.shopbell.nlu.model.IntentHead;
import dev.shopbell.nlu.report.Answered;
import dev.shopbell.nlu.train.Example;
import dev.shopbell.nlu.train.ModelTrainer;
import dev.shopbell.nlu.train.ScopeLessons;
import dev.shopbell.nlu.train.TrainingSet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code ./bot nlu evaluate-scope}: makes many small bots and examines how well each tells what it is for from what it is not.
 * {@code --learn} prints what is usual in them, for bots that have too few rows to learn it themselves.
 */
final class EvaluateScope {
    private static final String USAGE = "./bot nlu evaluate-scope --bots DIR [--learn]";
    private static final String OUTSIDE = "oos";
    /** {@code oos:near}, {@code oos:far}: kinds of strangers, to be told apart in the report. */
    private static final String KIND = OUTSIDE + ":";

    private EvaluateScope() {}

    static int run(List<String> line, PrintStream out, PrintStream err) throws IOException {
        var arguments = Arguments.parse(line, Set.of("--bots"), Set.of("--learn"));
        var lessons = new ScopeLessons();
        var all = new ArrayList<ScopeMetrics>();
        out.println(ScopeMetrics.HEADING);
        for (var folder : bots(arguments.requiredPath("--bots", USAGE))) {
            var name = String.valueOf(folder.getFileName());
            var language = name.substring(name.lastIndexOf('.') + 1);
            var train = TrainingSet.readTsv(folder.resolve("train.tsv"), OUTSIDE);
            var test = TrainingSet.readTsv(folder.resolve("test.tsv"), null);
            var metrics = ScopeMetrics.of(answers(train, test, language));
            all.add(metrics);
            out.println(metrics.line(name));
            if (arguments.has("--learn")) {
                lessons.add(
                        language, train, test.stream().map(EvaluateScope::known).toList());
            }
        }
        out.println(ScopeMetrics.mean(all).line("mean"));
        if (arguments.has("--learn")) {
            out.println(lessons.learned());
        }
        return Command.DONE;
    }

    private static List<Path> bots(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            var bots = all.filter(bot -> Files.exists(bot.resolve("train.tsv")))
                    .sorted()
                    .toList();
            if (bots.isEmpty()) {
                throw new IOException(
                        folder + ": There are no bots here. Make a folder for each, named NAME.LANGUAGE, with"
                                + " train.tsv and test.tsv; benchmarks/understanding/few-rows does so.");
            }
            return bots;
        }
    }

    private static Example known(Example row) {
        return row.label().startsWith(KIND) ? new Example(row.text(), IntentHead.OUTSIDE) : row;
    }

    private static List<ScopeMetrics.Answer> answers(List<Example> train, List<Example> test, String language) {
        var model = new ModelTrainer(progress -> {}).train(TrainingSet.of(train, language), List.of());
        var examination = new Examination(new TrainedUnderstander(model, Clock.systemUTC()), language);
        var answers = new ArrayList<ScopeMetrics.Answer>();
        for (var row : test) {
            var stranger = row.label().startsWith(KIND);
            Answered answered = examination.answer(row.text(), stranger ? "" : row.label());
            answers.add(new ScopeMetrics.Answer(stranger ? row.label().substring(KIND.length()) : "", answered));
        }
        return answers;
    }
}
