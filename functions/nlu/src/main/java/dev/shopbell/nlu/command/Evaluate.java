package dev.shopbell.nlu.command;

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
            "./bot nlu evaluate --train T.tsv [--val V.tsv] --test U.tsv [--oos LABEL] [--locale L] [--report DIR]";
    private static final double NANOS_PER_SECOND = 1e9;
    /** Parses before the clock counts, so that the machine's own warming-up is not measured. */
    private static final int WARM_UP = 500;

    private Evaluate() {}

    static int run(List<String> line, PrintStream out, PrintStream err) throws IOException {
        var arguments =
                Arguments.parse(line, Set.of("--train", "--val", "--test", "--oos", "--locale", "--report"), Set.of());
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

        var examination = new Examination(new TrainedUnderstander(model, Clock.systemUTC()), locale);
        warmUp(examination, train);
        var answers = new ArrayList<Metrics.Answer>();
        for (var row : TrainingSet.readTsv(testFile, outside)) {
            answers.add(examination.timed(row.text(), row.label()));
        }
        var metrics = Metrics.of(answers, outside != null, trainSeconds, bytes);
        if (arguments.has("--report")) {
            var folder = arguments.requiredPath("--report", USAGE);
            err.println("Writing the report");
            examination.report(
                    folder,
                    String.valueOf(testFile.getFileName()),
                    answers.stream().map(Metrics.Answer::answered).toList());
            err.println("Wrote " + folder.resolve("report.html"));
        }
        err.println(metrics.words());
        out.println(metrics.json());
        return Command.DONE;
    }

    private static void warmUp(Examination examination, List<Example> rows) {
        for (var i = 0; i < WARM_UP; i++) {
            // With a word more, or examples would be known by heart.
            examination
                    .understander()
                    .understand(examination.utterance(rows.get(i % rows.size()).text() + " and"));
        }
    }
}
