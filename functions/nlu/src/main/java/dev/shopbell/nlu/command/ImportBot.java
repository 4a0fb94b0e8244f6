package dev.shopbell.nlu.command;

import dev.shopbell.definition.InvalidBotException;
import dev.shopbell.nlu.exchange.Format;
import dev.shopbell.nlu.exchange.Import;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code ./bot nlu import}: another product's bot as a bot's files, and what is left to do by hand. */
final class ImportBot {
    static final String USAGE = "./bot nlu import FORMAT FILE|DIR [--locale L] --out DIR";
    private static final int MOST_SHOWN = 40;

    private ImportBot() {}

    static int run(List<String> line, PrintStream out, PrintStream err) throws IOException, InvalidBotException {
        var arguments = Arguments.parse(line, Set.of("--locale", "--out"), Set.of());
        if (arguments.words().size() != 2) {
            throw new BadUsage("Name a format and a file or folder. Usage: " + USAGE + "\nFormats: " + Format.names());
        }
        var format = format(arguments.words().getFirst());
        var folder = arguments.requiredPath("--out", USAGE);
        var done = Import.run(
                format,
                Path.of(arguments.words().getLast()),
                arguments.value("--locale").orElse(""),
                folder);
        done.leftovers().stream().limit(MOST_SHOWN).forEach(err::println);
        if (done.leftovers().size() > MOST_SHOWN) {
            err.println("… and " + (done.leftovers().size() - MOST_SHOWN) + " more, in " + folder.resolve(Import.LIST));
        }
        out.printf(
                "Imported %d intents with %d examples in %s into %s. Left to do: %d, listed in %s. Next: ./bot check --bot %s%n",
                done.intents(),
                done.examples(),
                String.join(", ", done.languages()),
                folder,
                done.leftovers().size(),
                folder.resolve(Import.LIST),
                folder);
        return Command.DONE;
    }

    static Format format(String key) {
        return Format.named(key)
                .orElseThrow(
                        () -> new BadUsage("There is no format \"" + key + "\". Formats are: " + Format.names() + "."));
    }
}
