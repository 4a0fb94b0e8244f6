/** Tests of the bot on Telegram. */
@NullMarked
package dev.shopbell.channels.telegram;

import org.jspecify.annotations.NullMarked;
