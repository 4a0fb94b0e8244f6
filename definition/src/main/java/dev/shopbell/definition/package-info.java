/**
 * The bot as files: what an owner writes under {@code bots/}, read, validated with file, line and mend, and compiled to
 * one JSON file for the functions. Nothing in these files is ever evaluated.
 */
@NullMarked
package dev.shopbell.definition;

import org.jspecify.annotations.NullMarked;
