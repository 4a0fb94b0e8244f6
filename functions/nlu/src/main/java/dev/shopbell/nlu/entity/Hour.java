package dev.shopbell.nlu.entity;

import java.time.LocalTime;

/**
 * A time of day.
 *
 * @param start the first token of the words
 * @param end the token after them
 */
record Hour(LocalTime time, int start, int end) {}
