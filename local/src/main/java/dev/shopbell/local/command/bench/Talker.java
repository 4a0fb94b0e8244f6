package dev.shopbell.local.command.bench;

import dev.shopbell.local.command.CommandFailure;

/** A simulated customer, one conversation. Not for several threads at once. */
interface Talker extends AutoCloseable {

    /** Says the next line of the script and waits for the reply to it, for 30 seconds at most. */
    Sample turn() throws CommandFailure, InterruptedException;

    @Override
    void close();
}
