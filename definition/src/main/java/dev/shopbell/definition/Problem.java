package dev.shopbell.definition;

import java.nio.file.Path;

/**
 * Something to mend in a bot's files.
 *
 * @param file which
 * @param line from 1; 1 where the file as a whole is meant
 * @param message what is wrong and how to mend it, in one or two sentences
 */
public record Problem(Path file, int line, String message) {

    /** {@code file:line: message}, as compilers write it and editors jump to it. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
