/**
 * What people type after {@code ./bot} while a server is up: talking to the bot, playing a provider, helping at the desk,
 * counting, measuring and reckoning. Commands speak HTTP with the running server and know nothing of its inside.
 */
@NullMarked
package dev.shopbell.local.command;

import org.jspecify.annotations.NullMarked;
