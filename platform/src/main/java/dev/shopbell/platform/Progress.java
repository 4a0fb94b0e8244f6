package dev.shopbell.platform;

import java.time.Instant;

/** What is known of a reply's way to the provider. */
public sealed interface Progress {
    /** Nothing was written: it was sent by whoever saved the turn, or its process died before. */
    record Unheard() implements Progress {}

    /** The provider refused it for now, after so many of its parts. */
    record NotSent(int parts) implements Progress {}

    /** What follows after so many of its parts was begun then, and nothing was heard since. */
    record Sending(Instant since, int parts) implements Progress {}

    /** The provider took it or refused it for good, or the platform spoke of it: there is nothing left to do. */
    record Settled() implements Progress {}
}
