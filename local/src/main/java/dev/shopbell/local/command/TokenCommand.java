package dev.shopbell.local.command;

import dev.shopbell.local.Command;
import java.util.List;
import java.util.Set;

/** {@code ./bot token EMAIL}: a signed-in agent's token for the local desk. */
public final class TokenCommand implements Command {
    @Override
    public String name() {
        return "token";
    }

    @Override
    public String usage() {
        return "EMAIL [--port P]  a signed-in agent's token for the local desk";
    }

    @Override
    public int run(List<String> args) throws Exception {
        var arguments = Arguments.parse(args, Set.of("port"));
        if (arguments.words().size() != 1 || !arguments.words().getFirst().contains("@")) {
            throw new CommandFailure("Name the agent by an e-mail address: ./bot token ana@example.com");
        }
        var answer = RunningServer.of(arguments)
                .post(
                        "/_local/token",
                        Json.object().put("email", arguments.words().getFirst()));
        System.out.println(answer.path("token").asText());
        return 0;
    }
}
