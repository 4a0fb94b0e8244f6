package dev.shopbell.nlu.command;

/** The command line cannot be followed; the message says how to mend it. */
final class BadUsage extends RuntimeException {
    BadUsage(String message) {
        super(message);
    }
}
