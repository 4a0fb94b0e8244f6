package dev.shopbell.local.command;

/** A command could not do what was asked; the message says what is wrong, where, and how to mend it. */
final class CommandFailure extends Exception {
    CommandFailure(String message) {
        super(message);
    }

    CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
