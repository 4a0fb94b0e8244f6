package dev.shopbell.local;

import dev.shopbell.local.template.TemplateProblem;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The process behind {@code ./bot}: runs the command that its first argument names. */
public final class Main {
    private Main() {}

    /** Runs a command and exits with its code: 0 done, 1 failed, 2 not understood. */
    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "shopbell-logback.xml");
        System.setProperty("org.jboss.logging.provider", "slf4j");
        System.exit(run(List.of(args)));
    }

    @SuppressWarnings("CatchingUnchecked") // the one place where a failure becomes a line for a person
    private static int run(List<String> args) {
        var commands = new TreeMap<String, Command>();
        ServiceLoader.load(Command.class).forEach(command -> commands.put(command.name(), command));
        Command command = args.isEmpty() ? null : commands.get(args.getFirst());
        if (command == null) {
            System.err.println(
                    args.isEmpty() ? "Usage: ./bot COMMAND" : "There is no command \"" + args.getFirst() + "\".");
            commands.values().forEach(each -> System.err.println("  ./bot " + each.name() + " " + each.usage()));
            return 2;
        }
        try {
            return command.run(args.subList(1, args.size()));
        } catch (TemplateProblem | IllegalArgumentException problem) {
            System.err.println(problem.getMessage());
            return 1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 130;
        } catch (Exception failure) {
            String message = failure.getMessage();
            System.err.println(
                    "./bot " + command.name() + " failed: " + (message == null ? failure.toString() : message));
            if (System.getenv("SHOPBELL_DEBUG") != null) {
                failure.printStackTrace();
            }
            return 1;
        }
    }
}
