package dev.shopbell.nlu.report;

import java.util.List;

/**
 * The same questions as one group of people asks them.
 *
 * @param dimension what is varied: names, spelling, typing
 * @param name the group within it
 * @param variants rows that sound otherwise in this group
 */
record Group(String dimension, String name, List<Variant> variants) {}
