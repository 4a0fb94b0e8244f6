package dev.shopbell.local.command;

/** A command could not do what was asked; the message says what is wrong, where, and how to mend it. */
public final class CommandFailure extends Exception {
    public CommandFailure(String message) {
        super(message);
    }

    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
