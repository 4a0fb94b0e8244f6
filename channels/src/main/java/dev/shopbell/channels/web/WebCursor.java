package dev.shopbell.channels.web;

import java.util.Optional;

/**
 * How far a page has read: to this turn, and in it to this reply. Written {@code 12.1}.
 *
 * @param turn 0 before the first
 * @param index of the last reply read, from 0; {@link #WHOLE} if there is nothing more to read in the turn
 */
public record WebCursor(long turn, int index) {

    /** Past every reply of the turn. Written {@code 12}. */
    public static final int WHOLE = Integer.MAX_VALUE;

    /** Nothing read yet. */
    public static final WebCursor START = new WebCursor(0, WHOLE);

    /** Reads back what {@link #toString()} wrote; empty if it is no cursor. */
    public static Optional<WebCursor> parse(String text) {
        if (text.isEmpty()) {
            return Optional.of(START);
        }
        if (!text.matches("[0-9]{1,15}(\\.[0-9]{1,6})?")) {
            return Optional.empty();
        }
        var dot = text.indexOf('.');
        return Optional.of(
                dot < 0
                        ? new WebCursor(Long.parseLong(text), WHOLE)
                        : new WebCursor(
                                Long.parseLong(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1))));
    }

    @Override
    public String toString() {
        return index == WHOLE ? Long.toString(turn) : turn + "." + index;
    }
}
