package dev.shopbell.local.up;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What {@code ./bot up} was asked for.
 *
 * @param port of the one server; 0 for any free one
 * @param env a file of settings
 * @param data where everything is kept; empty for memory only
 * @param bot the bot's files; empty for {@code bots/bakery}
 * @param idle after which an execution environment ends
 * @param logs whether the functions' output is shown
 * @param template the SAM template
 */
record UpOptions(
        int port,
        Optional<Path> env,
        Optional<Path> data,
        Optional<Path> bot,
        Duration idle,
        boolean logs,
        Optional<Path> template) {

    static final String USAGE = "[--port 8080] [--env FILE] [--data DIR] [--bot DIR] [--idle SECONDS] [--logs]"
            + "   runs everything on this machine";

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException when one is not understood
     */
    static UpOptions parse(List<String> args) {
        int port = 8080;
        Optional<Path> env = Optional.empty();
        Optional<Path> data = Optional.empty();
        Optional<Path> bot = Optional.empty();
        Optional<Path> template = Optional.empty();
        Duration idle = Duration.ofSeconds(60);
        boolean logs = false;
        for (int i = 0; i < args.size(); i++) {
            String option = args.get(i);
            if (option.equals("--logs")) {
                logs = true;
                continue;
            }
            if (i + 1 == args.size()) {
                throw new IllegalArgumentException(option + " needs a value, or is no option. ./bot up " + USAGE);
            }
            String value = args.get(++i);
            switch (option) {
                case "--port" -> port = number(option, value);
                case "--env" -> env = Optional.of(Path.of(value));
                case "--data" -> data = Optional.of(Path.of(value).toAbsolutePath());
                case "--bot" ->
                    bot = Optional.of(Path.of(value).toAbsolutePath().normalize());
                case "--template" -> template = Optional.of(Path.of(value).toAbsolutePath());
                case "--idle" -> idle = Duration.ofSeconds(number(option, value));
                default -> throw new IllegalArgumentException("There is no option " + option + ". ./bot up " + USAGE);
            }
        }
        return new UpOptions(port, env, data, bot, idle, logs, template);
    }

    private static int number(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(option + " must be a whole number, not \"" + value + "\".", notANumber);
        }
    }
}
