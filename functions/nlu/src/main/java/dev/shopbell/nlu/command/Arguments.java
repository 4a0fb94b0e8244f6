package dev.shopbell.nlu.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command line: words, and options of the form {@code --name value} or {@code --name}. */
record Arguments(List<String> words, Map<String, String> options) {

    /**
     * @param valued names of options that take a value
     * @param switches names of options that take none
     * @throws BadUsage on anything else
     */
    static Arguments parse(List<String> line, Set<String> valued, Set<String> switches) {
        var words = new ArrayList<String>();
        var options = new HashMap<String, String>();
        for (var at = 0; at < line.size(); at++) {
            var word = line.get(at);
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (switches.contains(word)) {
                options.put(word, "");
            } else if (!valued.contains(word)) {
                throw new BadUsage("There is no option " + word + " here. Known: " + known(valued, switches));
            } else if (at + 1 == line.size()) {
                throw new BadUsage(word + " needs a value after it.");
            } else {
                options.put(word, line.get(++at));
            }
        }
        return new Arguments(List.copyOf(words), Map.copyOf(options));
    }

    private static String known(Set<String> valued, Set<String> switches) {
        var all = new ArrayList<>(valued);
        all.addAll(switches);
        return String.join(", ", all.stream().sorted().toList());
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }

    Optional<Path> path(String option) {
        return value(option).map(Path::of);
    }

    Path requiredPath(String option, String usage) {
        return path(option).orElseThrow(() -> new BadUsage(option + " is missing. Usage: " + usage));
    }
}
