package dev.shopbell.nlu.command;

import dev.shopbell.definition.BotDefinition;
import dev.shopbell.nlu.text.Word;
import dev.shopbell.nlu.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Finds examples that harm: said twice, or said of two intents; and intents with too few of them. */
final class ExampleLint {
    private static final int FEWEST_EXAMPLES = 5;

    private ExampleLint() {}

    /** What to mend, one sentence each; empty if nothing is. */
    static List<String> of(BotDefinition bot) {
        var findings = new ArrayList<String>();
        for (var language : bot.languages()) {
            var seen = new HashMap<String, String>();
            for (var intent : bot.intents()) {
                var examples = intent.examples().getOrDefault(language, List.of());
                if (examples.size() < FEWEST_EXAMPLES) {
                    findings.add(intent.name() + " has " + examples.size() + " examples in " + language + ". Add some: "
                            + FEWEST_EXAMPLES + " are the least to learn from.");
                }
                for (var example : examples) {
                    var other = seen.putIfAbsent(key(example), intent.name());
                    if (other != null) {
                        findings.add(finding(example, language, intent.name(), other));
                    }
                }
            }
        }
        return findings;
    }

    private static String finding(String example, String language, String intent, String other) {
        var quoted = "\"" + example + "\" (" + language + ")";
        return intent.equals(other)
                ? intent + ": " + quoted + " is there twice. Remove one."
                : quoted + " is an example of both " + other + " and " + intent + ". Keep it in one of them.";
    }

    private static String key(String example) {
        return Words.of(example).stream().map(Word::folded).collect(Collectors.joining(" "));
    }
}
