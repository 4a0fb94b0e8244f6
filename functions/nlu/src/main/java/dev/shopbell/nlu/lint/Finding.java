package dev.shopbell.nlu.lint;

import java.nio.file.Path;

/**
 * Something to mend in the examples.
 *
 * @param line from 1
 * @param what is wrong, a sentence
 * @param mend how to mend it, a sentence
 */
public record Finding(Path file, int line, Kind kind, String what, String mend) {

    static Finding at(Row row, Kind kind, String what, String mend) {
        return new Finding(row.file(), row.line(), kind, what, mend);
    }

    /** {@code file:line: kind: what (why). mend}, as compilers write it and editors jump to it. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + kind.words() + ": " + what + " That hurts: " + kind.why() + ". " + mend;
    }
}
