package dev.shopbell.nlu.lint;

import dev.shopbell.nlu.exchange.Tree;
import dev.shopbell.nlu.exchange.TreeReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads examples with the places where they stand. */
public final class Examples {
    private Examples() {}

    /**
     * Of a bot's files, which are taken for valid.
     *
     * @param bot the folder, such as {@code bots/bakery}
     * @throws IOException if a file cannot be read
     */
    public static List<Row> ofBot(Path bot) throws IOException {
        var folder = bot.resolve("intents");
        List<Path> files;
        try (var found = Files.list(folder)) {
            files = found.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        var rows = new ArrayList<Row>();
        for (var file : files) {
            var tree = TreeReader.yaml(file.toString(), Files.readString(file));
            var intent = tree.at("intent").text();
            tree.at("examples").fields().forEach((language, examples) -> examples.items()
                    .forEach(example -> rows.add(row(file, example, intent, language))));
        }
        return rows;
    }

    private static Row row(Path file, Tree example, String intent, String language) {
        return new Row(file, example.line(), example.text(), intent, language);
    }

    /**
     * Of a table, {@code text<TAB>intent} a line.
     *
     * @param language empty if it is not known or mixed
     * @throws IOException if it cannot be read; the message has file and line
     */
    public static List<Row> ofTable(Path file, String language) throws IOException {
        var rows = new ArrayList<Row>();
        var number = 0;
        for (var line : lines(file)) {
            number++;
            var cells = line.split("\t", -1);
            if (!line.isBlank() && (cells.length != 2 || cells[1].isBlank())) {
                throw new IOException(file + ":" + number + ": This is not \"text<TAB>intent\". Put exactly one tab"
                        + " between the text and the intent's name.");
            }
            if (!line.isBlank()) {
                rows.add(new Row(file, number, cells[0], cells[1].strip(), language));
            }
        }
        return rows;
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new IOException(file + ":1: There is no such file.", e);
        } catch (MalformedInputException e) {
            throw new IOException(file + ":1: This is not UTF-8 text. Save the file as UTF-8.", e);
        }
    }
}
