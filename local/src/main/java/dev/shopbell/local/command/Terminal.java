package dev.shopbell.local.command;

/** Whether a person types, or a pipe. */
final class Terminal {
    private Terminal() {}

    /** True if standard input and output are a terminal's. */
    @SuppressWarnings("SystemConsoleNull") // Both ways are meant: null on older JDKs, isTerminal on newer ones.
    static boolean isInteractive() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // Since JDK 22 there may be a console without a terminal, and a method that tells.
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJdk) {
            return true;
        }
    }
}
