package dev.shopbell.conversation;

/** What can be pressed on a card: something to choose, or a page to open. */
public sealed interface Button permits Option, Link {

    /** What the customer reads on it. */
    String title();
}
