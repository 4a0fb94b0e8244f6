package dev.shopbell.nlu.command;

import dev.shopbell.definition.BotCompiler;
import dev.shopbell.definition.BotFiles;
import dev.shopbell.definition.InvalidBotException;
import dev.shopbell.nlu.knowledge.KnowledgeFile;
import dev.shopbell.nlu.model.ModelFile;
import dev.shopbell.nlu.train.ModelTrainer;
import dev.shopbell.nlu.train.TrainingSet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ./bot package}: from a bot's files to the folder that the functions find at {@code BOT_HOME}: {@code bot.json} for
 * the dialogue, {@code nlu.model} for the understanding, {@code knowledge.index} for what it looks up, {@code manifest.json} for
 * people.
 */
public final class PackageBot {
    private static final String USAGE = "./bot package --bot DIR --out DIR";
    private static final String FOLDER = "bot";

    private PackageBot() {}

    public static void main(String[] line) {
        Command.main(PackageBot::run, line);
    }

    static int run(List<String> line, PrintStream out, PrintStream err) throws IOException, InvalidBotException {
        var arguments = Arguments.parse(line, Set.of("--bot", "--out"), Set.of());
        var bot = BotFiles.read(arguments.requiredPath("--bot", USAGE));
        var folder = arguments.requiredPath("--out", USAGE).resolve(FOLDER);
        var started = System.nanoTime();
        var set = TrainingSet.of(bot);
        if (set.size() == 0) {
            err.println(arguments.requiredPath("--bot", USAGE).resolve("intents")
                    + ": No intent has examples, so there is nothing to learn. Add \"examples:\" to each.");
            return Command.COULD_NOT;
        }
        var model = new ModelTrainer(err::println).train(set, List.of());
        var bytes = ModelFile.bytes(model);
        var documents = Documents.index(arguments.requiredPath("--bot", USAGE), bot, err::println);
        BotCompiler.write(bot, folder);
        if (documents.isEmpty()) {
            Files.deleteIfExists(folder.resolve(KnowledgeFile.FILE)); // of an earlier packaging
        } else {
            Files.write(folder.resolve(KnowledgeFile.FILE), KnowledgeFile.bytes(documents));
        }
        Files.write(folder.resolve(ModelFile.FILE), bytes);
        Files.writeString(folder.resolve(Manifest.FILE), new Manifest(bot, set, model, bytes, now()).json());
        var seconds = (System.nanoTime() - started) / 1_000_000_000.0;
        out.printf("Packaged %s into %s in %.1f s.%n", bot.name(), folder, seconds);
        return Command.DONE;
    }

    /** {@code SOURCE_DATE_EPOCH} (seconds since 1970) where a build is to be repeatable. Source: reproducible-builds.org. */
    private static Instant now() {
        return Optional.ofNullable(System.getenv("SOURCE_DATE_EPOCH"))
                .map(Long::parseLong)
                .map(Instant::ofEpochSecond)
                .orElseGet(Instant::now);
    }
}
