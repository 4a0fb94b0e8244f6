package dev.shopbell.conversation;

import java.util.List;

/** What to say, freed of channel dialect; each channel writes it as well as it can. */
public sealed interface Reply {

    /** The words. Every reply has some: what a channel cannot draw, it can still say. */
    String text();

    /** Plain words. */
    record Text(String text) implements Reply {}

    /**
     * Words and something to choose.
     *
     * @param options 1 or more, in the order to show
     */
    record Choices(String text, List<Option> options) implements Reply {
        public Choices {
            options = List.copyOf(options);
            if (options.isEmpty()) {
                throw new IllegalArgumentException("Choices need at least one option");
            }
        }
    }

    /** What can be chosen; empty where nothing can. */
    default List<Option> choices() {
        return this instanceof Choices some ? some.options() : List.of();
    }
}
