package dev.shopbell.nlu.exchange;

/**
 * Something that could not be taken over as it was.
 *
 * @param file which, as written in the folder or archive, or in the bot that came of it
 * @param line from 1; 1 where the file as a whole is meant
 * @param what could not be taken over
 * @param mend what to do about it
 */
public record Leftover(String file, int line, String what, String mend) {

    /** {@code file:line: what mend}, as compilers write it. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + what + " " + mend;
    }
}
