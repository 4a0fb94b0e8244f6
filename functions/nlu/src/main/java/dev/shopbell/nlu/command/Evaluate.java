package dev.shopbell.nlu.command;

import dev.shopbell.conversation.Utterance;
import dev.shopbell.nlu.TrainedUnderstander;
import dev.shopbell.nlu.model.ModelFile;
import dev.shopbell.nlu.train.Example;
import dev.shopbell.nlu.train.ModelTrainer;
import dev.shopbell.nlu.train.TrainingSet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code ./bot nlu evaluate}: learns from one file and is examined on another, which it has not looked at before. */
final class Evaluate {
    private static final String USAGE =
            "./bot nlu evaluate --train T.tsv [--val V.tsv] --test U.tsv [--oos LABEL] [--locale L]";
    private static final double NANOS_PER_SECOND = 1e9;
    /** Parses before the clock counts, so that the machine's own warming-up is not measured. */
    private static final int WARM_UP = 2_000;

    private Evaluate() {}

    static int run(List<String> line, PrintStream out, PrintStream err) throws IOException {
        var arguments = Arguments.parse(line, Set.of("--train", "--val", "--test", "--oos", "--locale"), Set.of());
        var outside = arguments.value("--oos").orElse(null);
        var train = TrainingSet.readTsv(arguments.requiredPath("--train", USAGE), outside);
        var testFile = arguments.requiredPath("--test", USAGE);
        List<Example> validation = arguments.has("--val")
                ? TrainingSet.readTsv(arguments.path("--val").orElse(Path.of("")), outside)
                : List.of();
        var locale = arguments.value("--locale").orElse("");

        var started = System.nanoTime();
        var model = new ModelTrainer(err::println).train(TrainingSet.of(train, locale), validation);
        var trainSeconds = (System.nanoTime() - started) / NANOS_PER_SECOND;
        var bytes = ModelFile.bytes(model).length;

        var understander = new TrainedUnderstander(model, Clock.systemUTC());
        warmUp(understander, train, locale);
        var answers = new ArrayList<Metrics.Answer>();
        for (var row : TrainingSet.readTsv(testFile, outside)) {
            answers.add(answer(understander, row, locale));
        }
        var metrics = Metrics.of(answers, outside != null, trainSeconds, bytes);
        err.println(metrics.words());
        out.println(metrics.json());
        return Command.DONE;
    }

    private static void warmUp(TrainedUnderstander understander, List<Example> rows, String locale) {
        for (var i = 0; i < WARM_UP; i++) {
            understander.understand(utterance(rows.get(i % rows.size()), locale));
        }
    }

    private static Metrics.Answer answer(TrainedUnderstander understander, Example row, String locale) {
        var utterance = utterance(row, locale);
        var started = System.nanoTime();
        var understanding = understander.understand(utterance);
        var nanos = System.nanoTime() - started;
        var intents = understanding.intents();
        return new Metrics.Answer(
                row.label(),
                intents.isEmpty() ? "" : intents.getFirst().name(),
                intents.isEmpty() ? 0 : intents.getFirst().confidence(),
                understanding.outOfScope(),
                understander.inScope(utterance),
                nanos);
    }

    private static Utterance utterance(Example row, String locale) {
        return new Utterance(row.text(), locale, "", "", List.of());
    }
}
