package dev.shopbell.nlu.command;

import dev.shopbell.definition.BotFiles;
import dev.shopbell.definition.DearAnswer;
import dev.shopbell.definition.InvalidBotException;
import dev.shopbell.definition.KnowledgeFiles;
import dev.shopbell.nlu.lint.Examples;
import dev.shopbell.nlu.lint.Lint;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code ./bot check}: what is to be mended in a bot's files, and in its examples. Warnings do not fail. */
public final class CheckBot {
    private static final Path DEFAULT_BOT = Path.of("bots/bakery");

    private CheckBot() {}

    public static void main(String[] line) {
        Command.main(CheckBot::run, line);
    }

    static int run(List<String> line, PrintStream out, PrintStream err) throws IOException, InvalidBotException {
        var arguments = Arguments.parse(line, Set.of("--bot"), Set.of());
        var folder = arguments.path("--bot").orElse(DEFAULT_BOT);
        var bot = BotFiles.read(folder);
        var findings = Lint.of(Examples.ofBot(folder), List.of()).stream()
                .filter(finding -> finding.kind().important())
                .toList();
        findings.forEach(err::println);
        var dear = DearAnswer.in(folder);
        var price = SmsPrice.ofSegment();
        dear.forEach(answer -> err.println(SmsPrice.warning(answer, price)));
        var warnings = findings.size() + dear.size();
        var knowledge = KnowledgeFiles.ofBot(folder, bot.languages());
        var looksUp = knowledge.isEmpty()
                ? ""
                : ", " + counted(knowledge.documents().size(), "document") + ", "
                        + counted(knowledge.questions().size(), "question");
        out.printf(
                "%s is valid: %s in %s, %s%s%s.%n",
                bot.name(),
                counted(bot.intents().size(), "intent"),
                String.join(", ", bot.languages()),
                counted(bot.flows().size(), "flow"),
                looksUp,
                warnings == 0 ? "" : ", " + counted(warnings, "warning"));
        return Command.DONE;
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
