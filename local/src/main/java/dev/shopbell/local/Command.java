package dev.shopbell.local;

import java.util.List;

/** A subcommand of {@code ./bot}, found by {@link java.util.ServiceLoader}. */
public interface Command {
    /** The word after {@code ./bot} that runs it. */
    String name();

    /** One line for the list of commands: arguments first, then what it is for. */
    String usage();

    /**
     * Runs the command and returns when it is done.
     *
     * @param args what followed the command's name
     * @return the exit code of the process: 0 when it did what was asked
     * @throws Exception when it could not; the message is shown to the person as it is
     */
    int run(List<String> args) throws Exception;
}
