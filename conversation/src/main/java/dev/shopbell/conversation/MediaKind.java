package dev.shopbell.conversation;

/** How a file is shown. */
public enum MediaKind {
    IMAGE,
    VIDEO,
    AUDIO,
    /** Anything else: offered for download under its name. */
    FILE
}
