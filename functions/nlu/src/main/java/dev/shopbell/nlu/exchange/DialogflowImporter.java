package dev.shopbell.nlu.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An agent of Dialogflow ES: {@code agent.json}, {@code intents/NAME.json} with {@code NAME_usersays_LL.json}, and
 * {@code entities/NAME.json} with {@code NAME_entries_LL.json}. Source: cloud.google.com/dialogflow/es/docs/agents-settings,
 * and botflo.com/dissecting-dialogflow-agent-zip-file.
 */
final class DialogflowImporter implements Importer {
    private static final Pattern PHRASES = Pattern.compile("(?:.*/)?intents/(.+)_usersays_([A-Za-z-]+)\\.json");
    private static final Pattern INTENT = Pattern.compile("(?:.*/)?intents/(.+)\\.json");
    private static final Pattern ENTRIES = Pattern.compile("(?:.*/)?entities/(.+)_entries_([A-Za-z-]+)\\.json");
    private static final Pattern ENTITY = Pattern.compile("(?:.*/)?entities/(.+)\\.json");
    private static final Pattern AGENT = Pattern.compile("(?:.*/)?agent\\.json");
    private static final Pattern PACKAGE = Pattern.compile("(?:.*/)?package\\.json");
    private static final Map<String, String> NOT_HERE = Map.of(
            "webhookUsed", "A webhook answered: write a connector and a flow.",
            "contexts", "It counted only in a context: write a flow if it makes no sense elsewhere.",
            "events", "Something else than words started it: phrases.yaml says what the bot says first.");

    private String agentsLanguage = "";

    @Override
    public void read(Bundle bundle, String locale, Draft draft) throws IOException {
        for (var file : bundle.texts().entrySet()) {
            if (AGENT.matcher(file.getKey()).matches()) {
                agent(TreeReader.json(file.getKey(), file.getValue()), draft);
            }
        }
        if (agentsLanguage.isEmpty()) {
            agentsLanguage = draft.language(locale);
        }
        for (var file : bundle.texts().entrySet()) {
            read(file.getKey(), file.getValue(), bundle, draft);
        }
    }

    private void agent(Tree agent, Draft draft) {
        agentsLanguage = draft.language(agent.at("language").text());
        agent.at("supportedLanguages").items().forEach(language -> draft.language(language.text()));
        draft.timeZone = agent.at("defaultTimezone").text();
        draft.name = agent.at("displayName").text();
        if (agent.at("webhook").at("available").says()) {
            draft.leave(agent.at("webhook"), "The agent had a webhook.", "Write connectors and flows for what it did.");
        }
    }

    private void read(String name, String text, Bundle bundle, Draft draft) throws IOException {
        var phrases = PHRASES.matcher(name);
        var entries = ENTRIES.matcher(name);
        var intent = INTENT.matcher(name);
        if (phrases.matches()) {
            var language = draft.language(phrases.group(2));
            var definition = bundle.texts().containsKey(name.replaceFirst("_usersays_[A-Za-z-]+\\.json$", ".json"));
            var called = phrases.group(1);
            if (!definition) {
                draft.leave(name, "There is no " + called + ".json beside it.", "Look at the intent's answer.");
            }
            TreeReader.json(name, text).items().forEach(phrase -> phrase(phrase, called, language, draft));
        } else if (intent.matches()) {
            intent(TreeReader.json(name, text), intent.group(1), draft);
        } else if (entries.matches()) {
            entries(TreeReader.json(name, text), entries.group(1), name, bundle, draft);
        } else if (!ENTITY.matcher(name).matches()
                && !AGENT.matcher(name).matches()
                && !PACKAGE.matcher(name).matches()) {
            draft.leave(name, "This file was not read.", "Look whether the bot needs it.");
        }
    }

    private static void phrase(Tree phrase, String called, String language, Draft draft) {
        var words = phrase.at("data").items().stream()
                .map(part -> part.at("text").text())
                .collect(Collectors.joining());
        if (phrase.at("isTemplate").says() || words.contains("@")) {
            draft.leave(
                    phrase,
                    "\"" + Draft.shortened(words) + "\" of \"" + called + "\" is a template.",
                    "Write it as a customer would say it.");
            return;
        }
        draft.intent(called).example(language, words);
        phrase.at("data").items().forEach(part -> marked(part, draft));
    }

    /** Words that stand for an entity of the agent's own are one of its values, if they are not there yet. */
    private static void marked(Tree part, Draft draft) {
        var meta = part.at("meta").text();
        if (meta.startsWith("@")
                && !meta.startsWith("@sys.")
                && !part.at("text").text().isBlank()) {
            var words = part.at("text").text().strip();
            draft.entity(meta.substring(1))
                    .filter(entity -> entity.pattern.isEmpty())
                    .filter(entity -> entity.values.entrySet().stream()
                            .noneMatch(value -> value.getKey().equalsIgnoreCase(words)
                                    || value.getValue().stream().anyMatch(words::equalsIgnoreCase)))
                    .ifPresent(entity -> entity.value(words, List.of()));
        }
    }

    private void intent(Tree tree, String called, Draft draft) {
        if (tree.at("fallbackIntent").says()) {
            draft.leave(
                    tree,
                    "\"" + called + "\" answers what was not understood.",
                    "Put its words into phrases.yaml under \"not_understood:\".");
            return;
        }
        var intent = draft.intent(called);
        for (var response : tree.at("responses").items()) {
            for (var message : response.at("messages").items()) {
                message(message, intent, draft);
            }
            for (var slot : response.at("parameters").items()) {
                if (slot.at("required").says()) {
                    draft.leave(
                            slot,
                            "\"" + called + "\" asks for \"" + slot.at("name").text() + "\".",
                            "Write a flow under flows/ with this slot, and \"flow:\" in the intent.");
                }
            }
        }
        NOT_HERE.forEach((field, mend) -> {
            if (tree.at(field).says()) {
                draft.leave(tree.at(field), "\"" + field + "\" of \"" + called + "\" was not taken over.", mend);
            }
        });
    }

    /** Type 0 is text; it is written as a number or as words. */
    private void message(Tree message, Draft.Intent intent, Draft draft) {
        var type = message.at("type").text();
        var language = message.at("lang").text();
        var platform = message.at("platform").text();
        if (!type.equals("0") && !type.equals("message")) {
            draft.leave(
                    message,
                    "An answer of \"" + intent.name + "\" is more than words.",
                    "Write \"cards:\", \"image:\" or \"choices:\" in " + Completion.file(intent.name) + ".");
            return;
        }
        if (!platform.isEmpty() && !platform.equals("PLATFORM_UNSPECIFIED")) {
            draft.leave(message, "An answer for " + platform + " alone was left out.", "The general one is said.");
            return;
        }
        var in = language.isEmpty() ? agentsLanguage : draft.language(language);
        message.at("speech").items().forEach(words -> draft.answer(intent, in, words.text(), words));
    }

    private static void entries(Tree tree, String called, String name, Bundle bundle, Draft draft) throws IOException {
        var definition = name.replaceFirst("_entries_[A-Za-z-]+\\.json$", ".json");
        var written = bundle.texts().get(definition);
        if (written != null
                && TreeReader.json(definition, written).at("isRegexp").says()) {
            var patterns = tree.items().stream()
                    .map(entry -> entry.at("value").text())
                    .distinct()
                    .toList();
            var one = patterns.size() == 1 ? patterns.getFirst() : "(?:" + String.join(")|(?:", patterns) + ")";
            draft.pattern(called, one, tree);
            return;
        }
        draft.entity(called).ifPresent(entity -> tree.items()
                .forEach(entry -> entity.value(
                        entry.at("value").text(),
                        entry.at("synonyms").items().stream().map(Tree::text).toList())));
    }
}
