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

    private Script() {}

    /** The words of a conversation's turn, counted from 1. */
    static String line(long turn) {
        return LINES.get((int) ((turn - 1) % LINES.size()));
    }
}
