package dev.shopbell.nlu.train;

import dev.shopbell.definition.BotDefinition;
import dev.shopbell.nlu.entity.Entities;
import dev.shopbell.nlu.entity.EntitySpec;
import dev.shopbell.nlu.model.IntentHead;
import dev.shopbell.nlu.model.Languages;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to learn from.
 *
 * @param examples by language ({@code ""} where it is not known), the bot's first language first
 * @param flows the flow that an intent starts, by intent
 * @param shop whether it is a shop's bot, which need not know the weather; a data set may be about anything
 */
public record TrainingSet(
        Map<String, List<Example>> examples, EntitySpec entities, Map<String, String> flows, boolean shop) {

    /** The examples of a bot. */
    public static TrainingSet of(BotDefinition bot) {
        var examples = new LinkedHashMap<String, List<Example>>();
        var flows = new HashMap<String, String>();
        for (var language : bot.languages()) {
            var rows = new ArrayList<Example>();
            for (var intent : bot.intents()) {
                intent.examples()
                        .getOrDefault(language, List.of())
                        .forEach(text -> rows.add(new Example(text, intent.name())));
                if (!intent.flow().isEmpty()) {
                    flows.put(intent.name(), intent.flow());
                }
            }
            if (!rows.isEmpty()) {
                examples.put(language, rows);
            }
        }
        return new TrainingSet(examples, entities(bot), flows, true);
    }

    private static EntitySpec entities(BotDefinition bot) {
        var patterns = new HashMap<String, String>();
        var lists = new LinkedHashMap<String, Map<String, List<String>>>();
        for (var entity : bot.entities()) {
            if (entity.pattern().isEmpty()) {
                lists.put(entity.type(), entity.values());
            } else {
                patterns.put(entity.type(), entity.pattern());
            }
        }
        patterns.putIfAbsent(Entities.ORDER_NUMBER, EntitySpec.ORDER_NUMBER);
        return new EntitySpec(bot.timeZone(), bot.phoneRegion(), patterns, lists);
    }

    /**
     * The examples of a table.
     *
     * @param locale their language; empty if unknown or mixed
     */
    public static TrainingSet of(List<Example> rows, String locale) {
        return new TrainingSet(Map.of(Languages.languageOf(locale), rows), EntitySpec.PLAIN, Map.of(), false);
    }

    /**
     * Reads lines of {@code text<TAB>intent}; empty lines are skipped.
     *
     * @param outsideLabel the label of out-of-scope rows; null if there are none
     * @throws IOException if the file cannot be read or a line is not of that form; the message has file and line
     */
    public static List<Example> readTsv(Path file, @Nullable String outsideLabel) throws IOException {
        var rows = new ArrayList<Example>();
        var number = 0;
        for (var line : lines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var cells = line.split("\t", -1);
            if (cells.length != 2 || cells[1].isBlank()) {
                throw new IOException(file + ":" + number + ": This is not \"text<TAB>intent\". Put exactly one tab"
                        + " between the text and the intent's name.");
            }
            var label = cells[1].strip();
            rows.add(new Example(cells[0], label.equals(outsideLabel) ? IntentHead.OUTSIDE : label));
        }
        if (rows.isEmpty()) {
            throw new IOException(file + ":1: There are no rows. Write one example a line: text<TAB>intent");
        }
        return rows;
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": There is no such file.", e);
        } catch (MalformedInputException e) {
            throw new IOException(file + ":1: This is not UTF-8 text. Save the file as UTF-8.", e);
        }
    }

    /** How many examples there are. */
    public int size() {
        return examples.values().stream().mapToInt(List::size).sum();
    }
}
