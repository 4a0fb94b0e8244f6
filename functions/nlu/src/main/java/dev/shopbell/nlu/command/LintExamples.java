package dev.shopbell.nlu.command;

import dev.shopbell.definition.BotFiles;
import dev.shopbell.definition.InvalidBotException;
import dev.shopbell.nlu.lint.Examples;
import dev.shopbell.nlu.lint.Finding;
import dev.shopbell.nlu.lint.Lint;
import dev.shopbell.nlu.lint.Row;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code ./bot nlu lint}: what in the examples harms, where, why, and how to mend it. */
final class LintExamples {
    static final String USAGE = "./bot nlu lint (--bot DIR | --train T.tsv [--test U.tsv] [--locale L]) [--strict]";

    private LintExamples() {}

    static int run(List<String> line, PrintStream out) throws IOException, InvalidBotException {
        var arguments = Arguments.parse(line, Set.of("--bot", "--train", "--test", "--locale"), Set.of("--strict"));
        var language = arguments.value("--locale").orElse("");
        List<Row> train;
        List<Row> test = new ArrayList<>();
        if (arguments.has("--train")) {
            train = Examples.ofTable(arguments.requiredPath("--train", USAGE), language);
            if (arguments.has("--test")) {
                test = Examples.ofTable(arguments.requiredPath("--test", USAGE), language);
            }
        } else {
            var folder = arguments.requiredPath("--bot", USAGE);
            BotFiles.read(folder); // what is not valid is told first, and by its own words
            train = Examples.ofBot(folder);
        }
        var findings = Lint.of(train, test);
        findings.forEach(out::println);
        out.println(summary(train.size(), findings));
        return arguments.has("--strict") && !findings.isEmpty() ? Command.COULD_NOT : Command.DONE;
    }

    private static String summary(int rows, List<Finding> findings) {
        if (findings.isEmpty()) {
            return rows + " examples, nothing to mend.";
        }
        var byKind =
                findings.stream().collect(Collectors.groupingBy(Finding::kind, TreeMap::new, Collectors.counting()));
        return rows + " examples, " + findings.size() + " to look at: "
                + byKind.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey().words())
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
