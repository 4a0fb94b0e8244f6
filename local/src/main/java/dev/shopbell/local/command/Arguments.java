package dev.shopbell.local.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The words after a command's name: {@code --name value} options in any place, the rest in order. */
public final class Arguments {
    private final List<String> words;
    private final Map<String, String> options;

    private Arguments(List<String> words, Map<String, String> options) {
        this.words = List.copyOf(words);
        this.options = Map.copyOf(options);
    }

    /**
     * @param known the options that take a value, without their dashes
     * @throws CommandFailure on an option that is not known or lacks its value
     */
    public static Arguments parse(List<String> args, Set<String> known) throws CommandFailure {
        return parse(args, known, Set.of());
    }

    /**
     * @param known the options that take a value, without their dashes
     * @param bare those that may stand without one, and have an empty one then; what is known as well takes a number if one follows
     * @throws CommandFailure on an option that is not known or lacks its value
     */
    public static Arguments parse(List<String> args, Set<String> known, Set<String> bare) throws CommandFailure {
        var words = new ArrayList<String>();
        var options = new LinkedHashMap<String, String>();
        for (var at = 0; at < args.size(); at++) {
            var word = args.get(at);
            if (!word.startsWith("--") || word.equals("--")) {
                words.add(word);
                continue;
            }
            var equals = word.indexOf('=');
            var name = word.substring(2, equals < 0 ? word.length() : equals);
            if (!known.contains(name) && !bare.contains(name)) {
                var all = Stream.concat(known.stream(), bare.stream())
                        .distinct()
                        .sorted()
                        .toList();
                throw new CommandFailure(
                        "There is no option --" + name + " here. There is: --" + String.join(", --", all) + ".");
            }
            var isBare = bare.contains(name)
                    && !(known.contains(name)
                            && at + 1 < args.size()
                            && args.get(at + 1).matches("[0-9]+"));
            if (equals >= 0) {
                options.put(name, word.substring(equals + 1));
            } else if (isBare) {
                options.put(name, "");
            } else if (at + 1 < args.size()) {
                options.put(name, args.get(++at));
            } else {
                throw new CommandFailure("--" + name + " needs a value after it.");
            }
        }
        return new Arguments(words, options);
    }

    public List<String> words() {
        return words;
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /**
     * A whole number from 1 up.
     *
     * @param otherwise if the option is missing, or stands without a value
     * @throws CommandFailure if it is something else
     */
    public int number(String name, int otherwise) throws CommandFailure {
        var text = options.get(name);
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[1-9][0-9]{0,6}")) {
            throw new CommandFailure("--" + name + " must be a whole number from 1 up, not \"" + text + "\".");
        }
        return Integer.parseInt(text);
    }
}
