package dev.shopbell.nlu.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a table's rows. Source: RFC 4180. In tables with tabs a quote within a cell is a letter like others. */
final class Cells {
    private final String file;
    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    /**
     * A row.
     *
     * @param line on which it begins, from 1
     */
    record Row(int line, List<String> cells) {}

    private Cells(String file, String text, char separator) {
        this.file = file;
        this.text = text;
        this.separator = separator;
    }

    /** @throws IOException if a quote is never closed */
    static List<Row> read(String file, String text, char separator) throws IOException {
        return new Cells(file, text, separator).rows();
    }

    private List<Row> rows() throws IOException {
        var rows = new ArrayList<Row>();
        while (at < text.length()) {
            var begins = line;
            var cells = new ArrayList<String>();
            cells.add(cell());
            while (at < text.length() && text.charAt(at) == separator) {
                at++;
                cells.add(cell());
            }
            endOfLine();
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(new Row(begins, cells));
            }
        }
        return rows;
    }

    private String cell() throws IOException {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        var from = at;
        while (at < text.length()
                && text.charAt(at) != separator
                && text.charAt(at) != '\n'
                && text.charAt(at) != '\r') {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() throws IOException {
        var begins = line;
        var out = new StringBuilder();
        for (at++; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '\n') {
                line++;
            }
            if (c != '"') {
                out.append(c);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                out.append('"');
                at++;
            } else {
                at++;
                return out.append(rest()).toString();
            }
        }
        throw new IOException(file + ":" + begins + ": This quote is never closed. Close it, or write \"\" for a quote"
                + " within a cell.");
    }

    /** What follows a closing quote before the cell ends: nothing, in a table that is right. */
    private String rest() {
        var from = at;
        while (at < text.length()
                && text.charAt(at) != separator
                && text.charAt(at) != '\n'
                && text.charAt(at) != '\r') {
            at++;
        }
        return text.substring(from, at);
    }

    private void endOfLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
    }
}
