package dev.shopbell.nlu.command;

import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Utterance;
import dev.shopbell.definition.BotFiles;
import dev.shopbell.definition.InvalidBotException;
import dev.shopbell.nlu.Explainer;
import dev.shopbell.nlu.NluJson;
import dev.shopbell.nlu.TrainedUnderstander;
import dev.shopbell.nlu.model.ModelFile;
import dev.shopbell.nlu.model.NluModel;
import dev.shopbell.nlu.train.ModelTrainer;
import dev.shopbell.nlu.train.TrainingSet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code ./bot nlu train|parse|evaluate|ask|evaluate-knowledge|evaluate-scope|lint|import|export}: the understanding by itself. */
public final class NluCommand {
    private static final String USAGE = """
            Usage:
              ./bot nlu lint (--bot DIR | --train T.tsv [--test U.tsv] [--locale L]) [--strict]
              ./bot nlu import FORMAT FILE|DIR [--locale L] --out DIR
              ./bot nlu export FORMAT --bot DIR --out FILE|DIR [--locale L]
              ./bot nlu train (--bot DIR | --train T.tsv [--locale L] [--oos LABEL]) --out FILE
              ./bot nlu parse "text" [--bot DIR | --model FILE] [--locale L] [--expect ENTITY] [--flow FLOW] [--explain] [--json]
              ./bot nlu evaluate --train T.tsv [--val V.tsv] --test U.tsv [--oos LABEL] [--locale L] [--report DIR]
              ./bot nlu ask "question" [--bot DIR | --knowledge DIR] [--locale L] [--json]
              ./bot nlu evaluate-knowledge (--bot DIR [--whole] | --knowledge DIR [--locale L]) --questions Q.tsv [--by words|meaning|both]
              ./bot nlu evaluate-scope --bots DIR [--learn]""";
    private static final String DEFAULT_BOT = "bots/bakery";

    private NluCommand() {}

    public static void main(String[] line) {
        Command.main(NluCommand::run, line);
    }

    static int run(List<String> line, PrintStream out, PrintStream err) throws IOException, InvalidBotException {
        var verb = line.isEmpty() ? "" : line.getFirst();
        var rest = line.isEmpty() ? line : line.subList(1, line.size());
        return switch (verb) {
            case "train" -> train(rest, err);
            case "parse" -> parse(rest, out);
            case "evaluate" -> Evaluate.run(rest, out, err);
            case "ask" -> Ask.run(rest, out, err);
            case "evaluate-knowledge" -> EvaluateKnowledge.run(rest, out, err);
            case "evaluate-scope" -> EvaluateScope.run(rest, out, err);
            case "lint" -> LintExamples.run(rest, out);
            case "import" -> ImportBot.run(rest, out, err);
            case "export" -> ExportBot.run(rest, out, err);
            default ->
                throw new BadUsage(
                        (verb.isEmpty() ? "What shall be done?" : "There is no \"nlu " + verb + "\".") + "\n" + USAGE);
        };
    }

    private static int train(List<String> line, PrintStream err) throws IOException, InvalidBotException {
        var arguments = Arguments.parse(line, Set.of("--bot", "--train", "--out", "--locale", "--oos"), Set.of());
        var file = arguments.requiredPath("--out", "./bot nlu train (--bot DIR | --train T.tsv) --out FILE");
        TrainingSet set;
        if (arguments.has("--train")) {
            var rows = TrainingSet.readTsv(
                    arguments.requiredPath("--train", USAGE),
                    arguments.value("--oos").orElse(null));
            set = TrainingSet.of(rows, arguments.value("--locale").orElse(""));
        } else {
            set = TrainingSet.of(BotFiles.read(arguments.requiredPath("--bot", USAGE)));
        }
        var bytes = ModelFile.bytes(new ModelTrainer(err::println).train(set, List.of()));
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, bytes);
        err.println("Wrote " + file + " (" + bytes.length / 1024 + " KB)");
        return Command.DONE;
    }

    private static int parse(List<String> line, PrintStream out) throws IOException, InvalidBotException {
        var arguments = Arguments.parse(
                line, Set.of("--bot", "--model", "--locale", "--expect", "--flow"), Set.of("--json", "--explain"));
        if (arguments.words().isEmpty()) {
            throw new BadUsage(
                    "There is nothing to parse. Put the text in quotes: ./bot nlu parse \"where is my order?\"");
        }
        var utterance = new Utterance(
                String.join(" ", arguments.words()),
                arguments.value("--locale").orElse(""),
                arguments.value("--expect").orElse(""),
                arguments.value("--flow").orElse(""),
                List.of());
        var model = model(arguments);
        if (arguments.has("--explain")) {
            var why = new Explainer(model, Clock.systemUTC()).explain(utterance);
            if (arguments.has("--json")) {
                out.println(ExplanationText.json(why));
            } else {
                print(why.understanding(), out);
                ExplanationText.print(why, out);
            }
            return Command.DONE;
        }
        var understanding = new TrainedUnderstander(model, Clock.systemUTC()).understand(utterance);
        if (arguments.has("--json")) {
            var buffer = new java.io.ByteArrayOutputStream();
            NluJson.write(understanding, buffer);
            out.println(buffer.toString(java.nio.charset.StandardCharsets.UTF_8));
        } else {
            print(understanding, out);
        }
        return Command.DONE;
    }

    private static NluModel model(Arguments arguments) throws IOException, InvalidBotException {
        if (arguments.has("--model")) {
            return ModelFile.read(arguments.requiredPath("--model", USAGE));
        }
        var bot = BotFiles.read(arguments.path("--bot").orElse(Path.of(DEFAULT_BOT)));
        return new ModelTrainer(progress -> {}).train(TrainingSet.of(bot), List.of());
    }

    private static void print(Understanding understanding, PrintStream out) {
        out.println("language  " + (understanding.language().isEmpty() ? "cannot be told" : understanding.language()));
        out.println("scope     "
                + (understanding.outOfScope() ? "out of scope: the bot says that it did not get it" : "in scope"));
        for (var intent : understanding.intents()) {
            out.printf(Locale.ROOT, "intent    %-28s %5.1f %%%n", intent.name(), 100 * intent.confidence());
        }
        for (var entity : understanding.entities()) {
            out.printf(
                    "entity    %-14s %-24s \"%s\" (%d-%d)%n",
                    entity.type(), entity.value(), entity.text(), entity.start(), entity.end());
        }
        out.printf(Locale.ROOT, "anger     %.2f%n", understanding.anger());
    }
}
