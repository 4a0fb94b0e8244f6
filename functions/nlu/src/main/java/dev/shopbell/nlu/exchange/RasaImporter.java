package dev.shopbell.nlu.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rasa's YAML: training data in any number of files, and domains. Source:
 * legacy-docs-oss.rasa.com/docs/rasa/training-data-format and /domain.
 */
final class RasaImporter implements Importer {
    private static final Map<String, String> NOT_HERE = Map.of(
            "stories", "Write a flow under flows/ for what asks the customer for something.",
            "forms", "Write a flow under flows/ with a slot for each question.",
            "actions", "Write a connector and a flow for what they look up.",
            "slots", "A flow's slots take their place; write them where they are asked for.",
            "flows", "Write them under flows/.");

    private final Map<String, Map<String, List<Tree>>> responses = new LinkedHashMap<>();
    private final Map<String, List<String>> actions = new LinkedHashMap<>();
    private final List<Tree> synonyms = new ArrayList<>();

    @Override
    public void read(Bundle bundle, String locale, Draft draft) throws IOException {
        for (var file : bundle.texts().entrySet()) {
            var name = file.getKey();
            if (!Bundle.lower(name).matches(".*\\.ya?ml")) {
                draft.leave(
                        name, "This file was not read: Rasa's training data are YAML.", "Look whether it is needed.");
                continue;
            }
            var tree = TreeReader.yaml(name, file.getValue());
            read(tree, language(name, tree, locale, draft), draft);
        }
        synonyms.forEach(synonym -> synonym(synonym, draft));
        new RasaAnswers(draft, responses, actions).give();
    }

    /** A project of Rasa has one language. A folder called after one ({@code es/nlu.yml}) tells it. */
    private static String language(String name, Tree tree, String locale, Draft draft) {
        var folder = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
        if (Draft.isLanguage(folder)) {
            return draft.language(folder);
        }
        var written = tree.at("language").text();
        return draft.language(!locale.isEmpty() ? locale : !written.isEmpty() ? written : "");
    }

    private void read(Tree tree, String language, Draft draft) {
        for (var item : tree.at("nlu").items()) {
            if (item.at("intent").isPresent()) {
                intent(item, language, draft);
            } else if (item.at("synonym").isPresent()) {
                synonyms.add(item);
            } else if (item.at("regex").isPresent()) {
                regex(item, draft);
            } else if (item.at("lookup").isPresent()) {
                lookup(item, draft);
            } else {
                draft.leave(item, "This entry is of a kind that is not known.", "Look at it.");
            }
        }
        tree.at("responses").fields().forEach((key, said) -> responses
                .computeIfAbsent(key, k -> new LinkedHashMap<>())
                .computeIfAbsent(language, l -> new ArrayList<>())
                .addAll(said.items()));
        tree.at("rules").items().forEach(rule -> rule(rule, draft));
        NOT_HERE.forEach((key, mend) -> {
            if (tree.at(key).says()) {
                draft.leave(tree.at(key), "\"" + key + "\" were not taken over.", mend);
            }
        });
    }

    private static void intent(Tree item, String language, Draft draft) {
        var intent = draft.intent(item.at("intent").text());
        for (var line : lines(item)) {
            intent.example(language, new RasaAnnotations(draft).plain(line, line.text()));
        }
        if (item.at("metadata").says()) {
            draft.leave(item.at("metadata"), "Metadata were not taken over.", "Nothing needs them here.");
        }
    }

    /** The lines of a block "examples: |", each with its own place; or the items of the longer form. */
    static List<Tree> lines(Tree item) {
        var examples = item.at("examples");
        if (examples.isList()) {
            return examples.items().stream()
                    .map(example -> example.isMap() ? example.at("text") : example)
                    .map(RasaImporter::withoutDash)
                    .toList();
        }
        var lines = new ArrayList<Tree>();
        var number = examples.line();
        for (var line : examples.text().split("\n", -1)) {
            number++; // a block begins on the line after its "|"
            if (!line.isBlank()) {
                lines.add(withoutDash(Tree.words(examples.file(), number, line)));
            }
        }
        return lines;
    }

    private static Tree withoutDash(Tree line) {
        return Tree.words(line.file(), line.line(), line.text().strip().replaceFirst("^[-*]\\s+", ""));
    }

    private static void regex(Tree item, Draft draft) {
        var patterns = lines(item).stream().map(Tree::text).toList();
        var one = patterns.size() == 1 ? patterns.getFirst() : "(?:" + String.join(")|(?:", patterns) + ")";
        if (!patterns.isEmpty()) {
            draft.pattern(item.at("regex").text(), one, item);
        }
    }

    private static void lookup(Tree item, Draft draft) {
        var name = item.at("lookup").text();
        if (!item.at("examples").isPresent()) {
            draft.leave(item, "The list \"" + name + "\" stands in another file.", "Write its values into bot.yaml.");
        }
        draft.entity(name).ifPresent(entity -> lines(item).forEach(line -> entity.value(line.text(), List.of())));
    }

    /** Rasa's synonyms belong to no entity; ours do: to each that has the value, or one of the words, already. */
    private static void synonym(Tree item, Draft draft) {
        var value = item.at("synonym").text();
        var words = lines(item).stream().map(Tree::text).toList();
        var entities = draft.entities().values().stream()
                .filter(entity ->
                        entity.values.containsKey(value) || words.stream().anyMatch(entity.values::containsKey))
                .toList();
        entities.forEach(entity -> {
            words.stream().filter(word -> !word.equals(value)).forEach(entity.values::remove);
            entity.value(value, words);
        });
        if (entities.isEmpty()) {
            draft.leave(
                    item,
                    "It cannot be told which entity the synonyms of \"" + value + "\" belong to.",
                    "Write them under that entity's \"values:\" in bot.yaml.");
        }
    }

    /** A rule of two steps, an intent and then an answer, is what our intents are. */
    private void rule(Tree rule, Draft draft) {
        var steps = rule.at("steps").items();
        if (steps.size() == 2
                && steps.get(0).at("intent").isPresent()
                && steps.get(1).at("action").text().startsWith("utter_")) {
            actions.computeIfAbsent(steps.get(0).at("intent").text(), i -> new ArrayList<>())
                    .add(steps.get(1).at("action").text());
        } else {
            draft.leave(
                    rule,
                    "The rule \"" + rule.at("rule").text() + "\" is more than one answer to one intent.",
                    "Write a flow under flows/, if it is needed.");
        }
    }
}
