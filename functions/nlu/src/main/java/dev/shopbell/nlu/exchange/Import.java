package dev.shopbell.nlu.exchange;

import dev.shopbell.definition.BotFiles;
import dev.shopbell.definition.InvalidBotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Another product's bot as a folder of files that {@code ./bot check} finds valid.
 *
 * @param intents how many there are now
 * @param examples how many there are now, in all languages
 * @param languages what the bot speaks now
 * @param leftovers what could not be taken over or had to be made up; also in the folder, in {@link #LIST}
 */
public record Import(int intents, int examples, List<String> languages, List<Leftover> leftovers) {
    /** The list of what is left to do, in the bot's folder. */
    public static final String LIST = "IMPORTED.md";

    private static final Comparator<Leftover> BY_PLACE = Comparator.comparing(Leftover::file)
            .thenComparingInt(Leftover::line)
            .thenComparing(Leftover::what);

    /**
     * Reads, writes, and validates what was written.
     *
     * @param from a file, a folder, or a ZIP archive
     * @param locale the language of what does not say it itself; empty if it is not known
     * @param out the new bot's folder; it must be empty, or not there yet
     * @throws IOException if something cannot be read, is not of that format, or is too large; with file, line and mend
     * @throws InvalidBotException if what came of it is no valid bot, which is this program's mistake
     */
    public static Import run(Format format, Path from, String locale, Path out)
            throws IOException, InvalidBotException {
        if (Files.exists(out) && (!Files.isDirectory(out) || hasFiles(out))) {
            throw new IOException(out + ":1: This is not an empty folder. Name one that is not there yet.");
        }
        var bundle = Bundle.read(from);
        var draft = new Draft();
        if (!locale.isEmpty()) {
            draft.language(locale);
        }
        format.importer().read(bundle, locale, draft);
        if (draft.intents().isEmpty()) {
            throw new IOException(from + ":1: No intents were found, so this may not be " + format.key()
                    + ". Formats are: " + Format.names() + ".");
        }
        bundle.others().forEach(name -> draft.leave(name, "This file was not read.", "Look whether the bot needs it."));
        if (draft.name.isBlank()) {
            draft.name = Names.title(stem(from));
            draft.leave("bot.yaml", "The business' name was not known.", "Put it in place of \"" + draft.name + "\".");
        }
        var starter = Starter.load();
        new Completion(draft, starter).complete();
        draft.entities().values().removeIf(entity -> entity.pattern.isEmpty() && entity.values.isEmpty());
        var inBots = Files.exists(out.toAbsolutePath().resolveSibling("schema").resolve("bot.json"));
        var files = new BotWriter(draft, starter, inBots).files();
        var leftovers = draft.leftovers().stream().distinct().sorted(BY_PLACE).toList();
        files.put(LIST, list(format, leftovers));
        BotWriter.write(files, out);
        var bot = BotFiles.read(out);
        var examples = bot.intents().stream()
                .flatMap(intent -> intent.examples().values().stream())
                .mapToInt(List::size)
                .sum();
        return new Import(bot.intents().size(), examples, bot.languages(), leftovers);
    }

    private static boolean hasFiles(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    private static String stem(Path path) {
        var name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? "Imported bot" : name.toString().replaceFirst("\\.[A-Za-z]{1,5}$", "");
    }

    private static String list(Format format, List<Leftover> leftovers) {
        return "# Imported from " + format.key() + "\n\n"
                + (leftovers.isEmpty()
                        ? "Everything was taken over.\n"
                        : leftovers.stream()
                                .map(left -> "- [ ] `" + left.file().replace('`', '\'') + ":" + left.line() + "`: "
                                        + (left.what() + " " + left.mend()).replaceAll("\\s+", " "))
                                .collect(Collectors.joining("\n", "What is left to do:\n\n", "\n")));
    }
}
