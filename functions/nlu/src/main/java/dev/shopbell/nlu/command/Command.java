package dev.shopbell.nlu.command;

import dev.shopbell.definition.InvalidBotException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a command and turns its failures into a message and an exit code: 0 done, 1 could not, 2 not understood. */
@FunctionalInterface
interface Command {
    int DONE = 0;
    int COULD_NOT = 1;
    int BAD_USAGE = 2;

    /** @return the exit code */
    int run(List<String> line, PrintStream out, PrintStream err) throws IOException, InvalidBotException;

    /** Runs and exits. */
    static void main(Command command, String[] line) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(exitCode(command, List.of(line), out, err));
    }

    /** Runs; failures are told on {@code err}. */
    static int exitCode(Command command, List<String> line, PrintStream out, PrintStream err) {
        try {
            return command.run(line, out, err);
        } catch (BadUsage e) {
            err.println(e.getMessage());
            return BAD_USAGE;
        } catch (InvalidBotException e) {
            e.problems().forEach(err::println);
            err.println(e.problems().size() + (e.problems().size() == 1 ? " problem" : " problems") + " to mend.");
            return COULD_NOT;
        } catch (IOException e) {
            err.println(e.getMessage());
            return COULD_NOT;
        }
    }
}
