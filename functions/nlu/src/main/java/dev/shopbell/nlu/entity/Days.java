package dev.shopbell.nlu.entity;

import java.time.LocalDate;

/**
 * A day, or days in a row such as a week.
 *
 * @param start the first token of the words
 * @param end the token after them
 * @param weak whether the words mean it only in company
 */
record Days(LocalDate first, LocalDate last, int start, int end, boolean weak) {

    static Days one(LocalDate day, int start, int end) {
        return new Days(day, day, start, end, false);
    }

    boolean single() {
        return first.equals(last);
    }
}
