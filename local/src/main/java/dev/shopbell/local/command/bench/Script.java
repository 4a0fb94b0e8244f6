package dev.shopbell.local.command.bench;

import java.util.List;

/** What simulated customers say: things the bakery's bot knows, so that no person is called in. */
final class Script {
    private static final List<String> LINES = List.of(
            "When are you open on Sunday?",
            "Do you deliver to my house?",
            "How much is a croissant?",
            "Can you make a birthday cake?",
            "What is your address?",
            "Do your cakes contain nuts?",
            "Where is my order 1042?",
            "Can I pay by card?");

    /** Those whose answers are words alone: one message on any platform. */
    private static final List<String> PLAIN = LINES.stream()
            .filter(line -> !line.contains("cake?") && !line.contains("address"))
            .toList();

    private Script() {}

    /**
     * The words of a conversation's turn.
     *
     * @param turn counted from 1
     * @param isPlain whether the answer must be one message
     */
    static String line(long turn, boolean isPlain) {
        var lines = isPlain ? PLAIN : LINES;
        return lines.get((int) ((turn - 1) % lines.size()));
    }
}
