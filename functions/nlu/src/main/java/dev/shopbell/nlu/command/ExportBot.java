package dev.shopbell.nlu.command;

import dev.shopbell.definition.BotDefinition;
import dev.shopbell.definition.BotFiles;
import dev.shopbell.definition.InvalidBotException;
import dev.shopbell.nlu.exchange.Export;
import dev.shopbell.nlu.exchange.Format;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** {@code ./bot nlu export}: a bot as another product's files. */
final class ExportBot {
    static final String USAGE = "./bot nlu export FORMAT --bot DIR --out FILE|DIR [--locale L]";

    private ExportBot() {}

    static int run(List<String> line, PrintStream out, PrintStream err) throws IOException, InvalidBotException {
        var arguments = Arguments.parse(line, Set.of("--bot", "--out", "--locale"), Set.of());
        if (arguments.words().size() != 1) {
            throw new BadUsage("Name a format. Usage: " + USAGE + "\nFormats: " + Format.names());
        }
        var format = ImportBot.format(arguments.words().getFirst());
        var target = arguments.requiredPath("--out", USAGE);
        var bot = BotFiles.read(arguments.requiredPath("--bot", USAGE));
        var locale = arguments.value("--locale").orElse("");
        if (!locale.isEmpty() && !bot.languages().contains(locale)) {
            throw new BadUsage("The bot does not speak \"" + locale + "\". It speaks: "
                    + String.join(", ", bot.languages()) + ".");
        }
        var left = Export.run(format, locale.isEmpty() ? bot : in(bot, locale), target);
        left.forEach(err::println);
        out.printf(
                "Exported %s as %s to %s. Left to do there by hand: %d.%n",
                bot.name(), format.key(), target, left.size());
        return Command.DONE;
    }

    /** The bot as if it spoke one language alone. */
    private static BotDefinition in(BotDefinition bot, String language) {
        return new BotDefinition(
                bot.name(),
                List.of(language),
                bot.timeZone(),
                bot.phoneRegion(),
                bot.intents(),
                bot.flows(),
                bot.phrases(),
                bot.hours(),
                bot.closedDays(),
                bot.quietHours(),
                bot.routing(),
                bot.connectors(),
                bot.entities(),
                bot.reopening());
    }
}
