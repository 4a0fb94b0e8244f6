/** Tests of the bot's files. */
@NullMarked
package dev.shopbell.definition;

import org.jspecify.annotations.NullMarked;
