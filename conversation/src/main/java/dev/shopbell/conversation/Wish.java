package dev.shopbell.conversation;

/** What a customer wishes to receive. */
public enum Wish {
    /** Nothing any more, from now on. */
    STOP,
    /** Messages again. */
    START,
    /** Who writes here, and how to stop it. */
    HELP
}
