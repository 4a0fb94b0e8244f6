/** A bot on Telegram: the channel by which {@code docs/adding-a-channel.md} shows how one is added. */
@NullMarked
package dev.shopbell.channels.telegram;

import org.jspecify.annotations.NullMarked;
