package dev.shopbell.nlu.text;

/**
 * A word of a text.
 *
 * @param lower as written, in lower case
 * @param folded without accents; digits of a number become {@code 0}
 * @param number whether it consists of digits
 * @param start first character in the text, from 0
 * @param end one past the last
 */
public record Word(String lower, String folded, boolean number, int start, int end) {}
