package dev.shopbell.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shopbell.local.Command;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Set;

/**
 * {@code ./bot chat}: a conversation in the terminal, over the web channel. A number picks one of the choices shown; the end
 * of the input (Ctrl-D) ends it. With piped input every line waits for its reply.
 */
public final class ChatCommand implements Command {
    @Override
    public String name() {
        return "chat";
    }

    @Override
    public String usage() {
        return "[--port P]  talk with the bot here; a number picks a choice, Ctrl-D ends";
    }

    @Override
    public int run(List<String> args) throws Exception {
        var arguments = Arguments.parse(args, Set.of("port"));
        var visitor = WebVisitor.arrive(RunningServer.of(arguments));
        var screen = new ChatScreen(visitor, System.out);
        var piped = !Terminal.isInteractive();
        if (!piped) {
            System.out.println("Write to the bot. A number picks a choice; Ctrl-D ends.");
        }
        var reader = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        try (screen) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                var choice = screen.chosenBy(line.strip());
                screen.expectReply();
                if (choice.isPresent()) {
                    visitor.choose(choice.get());
                } else {
                    visitor.say(line);
                }
                if (piped && !screen.awaitQuiet()) {
                    System.out.println("No reply within 20 seconds. ./bot ps shows where it waits.");
                    return 1;
                }
            }
        }
        return 0;
    }
}
