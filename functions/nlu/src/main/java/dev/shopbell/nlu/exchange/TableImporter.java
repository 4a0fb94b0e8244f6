package dev.shopbell.nlu.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Tables of {@code text, intent[, answer][, locale]}; a first line with these names says in what order. */
final class TableImporter implements Importer {
    private static final List<String> COLUMNS = List.of("text", "intent", "answer", "locale");

    @Override
    public void read(Bundle bundle, String locale, Draft draft) throws IOException {
        for (var file : bundle.texts().entrySet()) {
            var name = Bundle.lower(file.getKey());
            if (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt")) {
                read(file.getKey(), file.getValue(), locale, draft);
            } else {
                draft.leave(file.getKey(), "This file was not read: it is no table.", "Look whether it is needed.");
            }
        }
    }

    private static void read(String file, String text, String locale, Draft draft) throws IOException {
        var separator = separator(file, text);
        var rows = Cells.read(file, text, separator);
        if (rows.isEmpty()) {
            return;
        }
        var head = rows.getFirst().cells().stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        var named = head.contains("text") && head.contains("intent");
        var columns = named ? head : COLUMNS;
        for (var row : named ? rows.subList(1, rows.size()) : rows) {
            row(row, file, columns, locale, draft);
        }
    }

    private static void row(Cells.Row row, String file, List<String> columns, String locale, Draft draft)
            throws IOException {
        var said = cell(row, columns, "text");
        var called = cell(row, columns, "intent");
        if (said.isEmpty() || called.isEmpty() || (row.cells().size() > columns.size())) {
            throw new IOException(
                    file + ":" + row.line() + ": This is not \"text,intent[,answer][,locale]\". Put a text and"
                            + " an intent into each line, and quotes around what has a comma in it.");
        }
        var written = cell(row, columns, "locale");
        var language = draft.language(written.isEmpty() ? locale : written);
        var intent = draft.intent(called);
        intent.example(language, said);
        draft.answer(intent, language, cell(row, columns, "answer"), Tree.words(file, row.line(), ""));
    }

    private static String cell(Cells.Row row, List<String> columns, String name) {
        var at = columns.indexOf(name);
        return at < 0 || at >= row.cells().size() ? "" : row.cells().get(at).strip();
    }

    private static char separator(String file, String text) {
        var line = text.lines().findFirst().orElse("");
        if (Bundle.lower(file).endsWith(".tsv") || (line.contains("\t") && !line.contains(","))) {
            return '\t';
        }
        return line.contains(";") && !line.contains(",") ? ';' : ',';
    }
}
