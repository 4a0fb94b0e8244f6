package dev.shopbell.definition;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a bot's folder. */
public final class BotFiles {

    private final Path folder;
    private final List<Problem> problems = new ArrayList<>();

    BotFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads and validates all files of a bot.
     *
     * @param folder for example {@code bots/bakery}
     * @throws InvalidBotException with every problem found, by file and line
     * @throws IOException if a file cannot be read at all
     */
    public static BotDefinition read(Path folder) throws IOException, InvalidBotException {
        var files = new BotFiles(folder);
        if (!Files.isRegularFile(folder.resolve("bot.yaml"))) {
            throw new InvalidBotException(List.of(new Problem(
                    folder.resolve("bot.yaml"), 1, "There is no such file. A bot is a folder with a bot.yaml in it.")));
        }
        var bot = new BotReader(files, files.problems).read();
        new KnowledgeFiles(folder.resolve(KnowledgeFiles.FOLDER), bot.languages(), files.problems).read();
        if (!files.problems.isEmpty()) {
            throw new InvalidBotException(files.problems);
        }
        return bot;
    }

    /** One file of the folder; absent if it is not there, and a problem too if it has to be. */
    YamlNode file(String name, boolean required) throws IOException {
        var path = folder.resolve(name);
        if (!Files.exists(path)) {
            var absent = new YamlNode(path, null, 1, problems);
            if (required) {
                absent.problem("There is no such file, and every bot needs it. Start from bots/bakery/" + name + ".");
            }
            return absent;
        }
        return parse(path);
    }

    boolean has(String below) {
        return Files.isDirectory(folder.resolve(below));
    }

    /** Every YAML file in a folder below, in the order of their names. */
    List<YamlNode> files(String below) throws IOException {
        var directory = folder.resolve(below);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        var nodes = new ArrayList<YamlNode>();
        try (var paths = Files.list(directory)) {
            for (var path :
                    paths.filter(p -> p.toString().endsWith(".yaml")).sorted().toList()) {
                nodes.add(parse(path));
            }
        }
        return nodes;
    }

    private YamlNode parse(Path path) throws IOException {
        return parse(path, problems);
    }

    static YamlNode parse(Path path, List<Problem> problems) throws IOException {
        try {
            return parse(path, Files.readString(path), problems);
        } catch (MalformedInputException e) {
            problems.add(new Problem(path, 1, "This is not UTF-8 text. Save the file as UTF-8."));
            return new YamlNode(path, null, 1, problems);
        }
    }

    static YamlNode parse(Path path, String text, List<Problem> problems) {
        try {
            // Nodes only, never objects: tags in these files construct nothing.
            var settings = LoadSettings.builder().setLabel(path.toString()).build();
            var node = new Compose(settings).composeString(text);
            return new YamlNode(path, node.orElse(null), 1, problems);
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
            problems.add(new Problem(path, line, "This is not YAML: " + e.getProblem() + ". Mind the indentation."));
        } catch (YamlEngineException e) {
            problems.add(new Problem(path, 1, "This is not YAML: " + e.getMessage()));
        }
        return new YamlNode(path, null, 1, problems);
    }
}
