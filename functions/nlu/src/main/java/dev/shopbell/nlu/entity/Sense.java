package dev.shopbell.nlu.entity;

/**
 * One thing that words can mean.
 *
 * @param value as its {@link Kind} has it; empty if it has none
 * @param number the value as a number; 0 if it is none
 * @param weak whether the words mean it only in company ("sun" is a day in "next sun"), and in a text of
 *     this very language
 * @param own whether to believe it only in a text of this very language
 */
record Sense(Kind kind, String value, int number, boolean weak, boolean own) {}
