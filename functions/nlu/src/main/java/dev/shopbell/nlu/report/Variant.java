package dev.shopbell.nlu.report;

/**
 * A row of the examination, said as somebody else would.
 *
 * @param row its index in the examination
 * @param text as the group says it
 */
record Variant(int row, String text) {}
