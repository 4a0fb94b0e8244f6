package dev.shopbell.definition;

import java.util.List;
import java.util.stream.Collectors;

/** The bot's files have problems; all of them are told at once. */
public final class InvalidBotException extends Exception {

    private final transient List<Problem> problems;

    public InvalidBotException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What to mend, by file and line. */
    public List<Problem> problems() {
        return problems;
    }
}
