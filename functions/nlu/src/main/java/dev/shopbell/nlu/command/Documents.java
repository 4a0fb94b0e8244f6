package dev.shopbell.nlu.command;

import dev.shopbell.definition.BotDefinition;
import dev.shopbell.definition.BotFiles;
import dev.shopbell.definition.InvalidBotException;
import dev.shopbell.definition.KnowledgeFiles;
import dev.shopbell.nlu.embed.BgeEncoder;
import dev.shopbell.nlu.knowledge.KnowledgeIndex;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The documents that a command line names: those of a bot, or of a folder by themselves. */
final class Documents {
    private static final Path DEFAULT_BOT = Path.of("bots/bakery");

    private Documents() {}

    /** The index of a bot's documents; an empty one if it has none. */
    static KnowledgeIndex index(Path folder, BotDefinition bot, Consumer<String> progress)
            throws IOException, InvalidBotException {
        var knowledge = KnowledgeFiles.ofBot(folder, bot.languages());
        return KnowledgeIndex.of(knowledge, bot.languages(), BgeEncoder::shared, progress);
    }

    /** As {@code --bot DIR} or {@code --knowledge DIR [--locale L]} say. */
    static KnowledgeIndex index(Arguments arguments, PrintStream err) throws IOException, InvalidBotException {
        KnowledgeIndex index;
        var folder = arguments.path("--knowledge");
        if (folder.isPresent()) {
            var languages = List.of(arguments.value("--locale").orElse("en"));
            var knowledge = KnowledgeFiles.read(folder.get(), languages);
            index = KnowledgeIndex.of(knowledge, languages, BgeEncoder::shared, err::println);
        } else {
            var bot = bot(arguments);
            index = index(bot, BotFiles.read(bot), err::println);
        }
        if (index.isEmpty()) {
            throw new IOException(folder.orElseGet(() -> bot(arguments).resolve(KnowledgeFiles.FOLDER))
                    + " has no documents. Put .md, .html or .txt files there, or questions in a .yaml.");
        }
        return index;
    }

    static Path bot(Arguments arguments) {
        return arguments.path("--bot").orElse(DEFAULT_BOT);
    }
}
