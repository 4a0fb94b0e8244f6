package dev.shopbell.nlu.exchange;

import dev.shopbell.definition.BotDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A table of all examples; an intent's answer stands in its first row of each language. */
final class TableExporter implements Exporter {
    private static final String FILE = "examples.csv";

    @Override
    public Exported write(BotDefinition bot) {
        var out = new StringBuilder("text,intent,answer,locale\r\n");
        for (var intent : bot.intents()) {
            for (var language : bot.languages()) {
                var answer = RasaExporter.answer(bot, intent, language);
                for (var example : intent.examples().getOrDefault(language, List.of())) {
                    row(out, List.of(example, intent.name(), answer, language), ',');
                    answer = "";
                }
            }
        }
        var files = new TreeMap<String, String>();
        files.put(FILE, out.toString());
        return new Exported(
                files,
                new ArrayList<>(Unheld.of(
                        bot, Unheld.Kind.ATTACHED, Unheld.Kind.FLOW, Unheld.Kind.CHOICES, Unheld.Kind.ENTITY)));
    }

    private static void row(StringBuilder out, List<String> cells, char separator) {
        out.append(String.join(
                        String.valueOf(separator),
                        cells.stream().map(cell -> Quoted.cell(cell, separator)).toList()))
                .append("\r\n");
    }

    /** The same table with tabs. */
    static String withTabs(String csv) {
        try {
            var out = new StringBuilder();
            Cells.read(FILE, csv, ',').forEach(line -> row(out, line.cells(), '\t'));
            return out.toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e); // it was written just now
        }
    }
}
