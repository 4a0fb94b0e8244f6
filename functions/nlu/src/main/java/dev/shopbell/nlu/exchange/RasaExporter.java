package dev.shopbell.nlu.exchange;

import dev.shopbell.definition.BotDefinition;
import dev.shopbell.definition.BotDefinition.EntityType;
import dev.shopbell.definition.BotDefinition.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rasa's training data and a domain; one project a language where there are several, since a project has one. */
final class RasaExporter implements Exporter {
    private static final String VERSION = "version: \"3.1\"\n\n";

    @Override
    public Exported write(BotDefinition bot) {
        var files = new TreeMap<String, String>();
        var leftovers = new ArrayList<>(Unheld.of(bot, Unheld.Kind.ATTACHED, Unheld.Kind.FLOW));
        for (var language : bot.languages()) {
            var folder = bot.languages().size() == 1 ? "" : language + "/";
            files.put(folder + "data/nlu.yml", nlu(bot, language, leftovers));
            files.put(folder + "data/rules.yml", rules(bot));
            files.put(folder + "domain.yml", domain(bot, language));
            files.put(folder + "config.yml", "recipe: default.v1\nlanguage: " + language + "\npipeline:\npolicies:\n");
        }
        return new Exported(files, leftovers);
    }

    private static String nlu(BotDefinition bot, String language, List<Leftover> leftovers) {
        var out = new StringBuilder(VERSION).append("nlu:\n");
        for (var intent : bot.intents()) {
            var examples = intent.examples().getOrDefault(language, List.of());
            examples.stream()
                    .filter(example -> example.matches(".*\\[[^]]*][({].*"))
                    .forEach(example -> leftovers.add(new Leftover(
                            Completion.file(intent.name()),
                            1,
                            "\"" + example + "\" looks like a marked entity to Rasa.",
                            "Write it without the brackets.")));
            out.append(block("intent", intent.name(), examples));
        }
        for (var entity : bot.entities()) {
            if (!entity.pattern().isEmpty()) {
                out.append(block("regex", entity.type(), List.of(entity.pattern())));
            } else {
                out.append(block(
                        "lookup", entity.type(), List.copyOf(entity.values().keySet())));
                entity.values()
                        .forEach((value, synonyms) ->
                                out.append(synonyms.isEmpty() ? "" : block("synonym", value, synonyms)));
            }
        }
        return out.toString();
    }

    private static String block(String kind, String name, List<String> lines) {
        return "- " + kind + ": " + Quoted.yaml(name) + "\n  examples: |\n"
                + lines.stream()
                        .map(line -> "    - " + line.replaceAll("\\s+", " ") + "\n")
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String domain(BotDefinition bot, String language) {
        var out = new StringBuilder(VERSION).append("intents:\n");
        bot.intents().forEach(intent -> out.append("  - ").append(intent.name()).append('\n'));
        if (!bot.entities().isEmpty()) {
            out.append("\nentities:\n");
        }
        bot.entities().stream()
                .map(EntityType::type)
                .forEach(type -> out.append("  - ").append(type).append('\n'));
        out.append("\nresponses:\n");
        for (var intent : bot.intents()) {
            out.append("  utter_")
                    .append(intent.name())
                    .append(":\n    - text: ")
                    .append(Quoted.yaml(answer(bot, intent, language)))
                    .append('\n');
            if (!intent.choices().isEmpty()) {
                out.append("      buttons:\n");
            }
            for (var choice : intent.choices()) {
                var title = bot.intent(choice).map(i -> i.title().in(language)).orElse(choice);
                out.append("        - title: ")
                        .append(Quoted.yaml(title))
                        .append("\n          payload: ")
                        .append(Quoted.yaml("/" + choice))
                        .append('\n');
            }
        }
        return out.toString();
    }

    /** What calls a person says so; a flow is told by its first question. */
    static String answer(BotDefinition bot, Intent intent, String language) {
        if (!intent.answer().isEmpty()) {
            return intent.answer().in(language);
        }
        if (intent.handover()) {
            var phrase = bot.phrases().get("handover");
            return phrase == null ? "" : phrase.in(language);
        }
        return bot.flow(intent.flow())
                .map(flow -> flow.slots().getFirst().ask().in(language))
                .orElse("");
    }

    private static String rules(BotDefinition bot) {
        return bot.intents().stream()
                .map(intent -> "- rule: " + Quoted.yaml(Names.title(intent.name())) + "\n  steps:\n  - intent: "
                        + intent.name() + "\n  - action: utter_" + intent.name() + "\n")
                .collect(Collectors.joining("\n", VERSION + "rules:\n", ""));
    }
}
