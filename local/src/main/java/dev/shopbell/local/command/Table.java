package dev.shopbell.local.command;

import java.util.ArrayList;
import java.util.List;

/** Rows under a heading, each column as wide as it must be; numbers to the right. */
public final class Table {
    private static final String NUMBER = "[$-]?[0-9][0-9.,]*( ?(ms|s|%|x))?|-";

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... heading) {
        rows.add(List.of(heading));
    }

    public void row(Object... cells) {
        var row = new ArrayList<String>();
        for (var cell : cells) {
            row.add(String.valueOf(cell));
        }
        rows.add(row);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var at = 0; at < rows.size(); at++) {
            var line = new StringBuilder();
            for (var column = 0; column < rows.get(at).size(); column++) {
                var cell = rows.get(at).get(column);
                var gap = " ".repeat(width(column) - cell.length());
                line.append(column == 0 ? "" : "  ").append(numeric(column) ? gap + cell : cell + gap);
            }
            text.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }

    private boolean numeric(int column) {
        return rows.stream().skip(1).filter(row -> row.size() > column).allMatch(row -> row.get(column)
                        .matches(NUMBER))
                && rows.size() > 1;
    }
}
