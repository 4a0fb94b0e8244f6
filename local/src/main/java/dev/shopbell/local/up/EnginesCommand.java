package dev.shopbell.local.up;

import dev.shopbell.local.Command;
import dev.shopbell.local.engine.Engines;
import dev.shopbell.local.engine.Faults;
import dev.shopbell.local.engine.Meters;
import dev.shopbell.local.wire.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * {@code ./bot engines}: only the tables and queues, empty and in memory, for tests that bring their own. Prints where they
 * are as one line of JSON, and stops when its input ends, so that it does not outlive whoever started it.
 */
public final class EnginesCommand implements Command {
    @Override
    public String name() {
        return "engines";
    }

    @Override
    public String usage() {
        return "  runs the tables and queues alone until its input ends";
    }

    @Override
    public int run(List<String> args) throws IOException, InterruptedException {
        if (!args.isEmpty()) {
            System.err.println("./bot engines takes no arguments, and got: " + String.join(" ", args));
            return 2;
        }
        var engines = new Engines(new Meters(), new Faults());
        Runtime.getRuntime().addShutdownHook(new Thread(engines::close));
        engines.start(Optional.empty());
        System.out.println(Json.object()
                .put("dynamodb", engines.dynamoAddress().toString())
                .put("sqs", engines.sqsAddress().toString()));
        System.out.flush();
        while (System.in.read() >= 0) {
            // What is typed does not matter; that it ends does.
        }
        return 0;
    }
}
