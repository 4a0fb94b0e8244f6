package dev.shopbell.nlu.exchange;

import dev.shopbell.definition.BotDefinition;
import dev.shopbell.definition.BotDefinition.EntityType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The files of a Dialogflow ES agent, to be imported as a ZIP archive. */
final class DialogflowExporter implements Exporter {

    @Override
    public Exported write(BotDefinition bot) {
        var files = new TreeMap<String, String>();
        files.put("package.json", Json.of(Map.of("version", "1.0.0")));
        files.put("agent.json", Json.of(agent(bot)));
        for (var intent : bot.intents()) {
            files.put("intents/" + intent.name() + ".json", Json.of(intent(bot, intent)));
            for (var language : bot.languages()) {
                var phrases = intent.examples().getOrDefault(language, List.of()).stream()
                        .map(example -> phrase(intent.name(), language, example))
                        .toList();
                files.put("intents/" + intent.name() + "_usersays_" + language + ".json", Json.of(phrases));
            }
        }
        for (var entity : bot.entities()) {
            files.put("entities/" + entity.type() + ".json", Json.of(entity(entity)));
            for (var language : bot.languages()) {
                files.put("entities/" + entity.type() + "_entries_" + language + ".json", Json.of(entries(entity)));
            }
        }
        return new Exported(files, Unheld.of(bot, Unheld.Kind.ATTACHED, Unheld.Kind.FLOW, Unheld.Kind.CHOICES));
    }

    private static Map<String, Object> agent(BotDefinition bot) {
        var agent = new LinkedHashMap<String, Object>();
        agent.put("description", "");
        agent.put("displayName", bot.name());
        agent.put("language", bot.defaultLanguage());
        agent.put(
                "supportedLanguages", bot.languages().subList(1, bot.languages().size()));
        agent.put("defaultTimezone", bot.timeZone());
        agent.put("mlMinConfidence", 0.3);
        return agent;
    }

    private static Map<String, Object> intent(BotDefinition bot, BotDefinition.Intent intent) {
        var messages = new ArrayList<Map<String, Object>>();
        for (var language : bot.languages()) {
            messages.add(Map.of(
                    "type",
                    "0",
                    "lang",
                    language,
                    "speech",
                    List.of(RasaExporter.answer(bot, intent, language)),
                    "condition",
                    ""));
        }
        var response = new LinkedHashMap<String, Object>();
        response.put("resetContexts", false);
        response.put("action", intent.name());
        response.put("affectedContexts", List.of());
        response.put("parameters", List.of());
        response.put("messages", messages);
        var out = new LinkedHashMap<String, Object>();
        out.put("id", id("intent " + intent.name()));
        out.put("name", intent.name());
        out.put("auto", true);
        out.put("contexts", List.of());
        out.put("responses", List.of(response));
        out.put("priority", 500000);
        out.put("webhookUsed", false);
        out.put("fallbackIntent", false);
        out.put("events", List.of());
        return out;
    }

    private static Map<String, Object> phrase(String intent, String language, String example) {
        var phrase = new LinkedHashMap<String, Object>();
        phrase.put("id", id(intent + language + example));
        phrase.put("data", List.of(Map.of("text", example, "userDefined", false)));
        phrase.put("isTemplate", false);
        phrase.put("count", 0);
        phrase.put("lang", language);
        return phrase;
    }

    private static Map<String, Object> entity(EntityType entity) {
        var out = new LinkedHashMap<String, Object>();
        out.put("id", id("entity " + entity.type()));
        out.put("name", entity.type());
        out.put("isOverridable", true);
        out.put("isEnum", false);
        out.put("isRegexp", !entity.pattern().isEmpty());
        out.put("automatedExpansion", false);
        out.put("allowFuzzyExtraction", entity.pattern().isEmpty());
        return out;
    }

    private static List<Map<String, Object>> entries(EntityType entity) {
        var entries = new ArrayList<Map<String, Object>>();
        if (!entity.pattern().isEmpty()) {
            entries.add(Map.of("value", entity.pattern(), "synonyms", List.of(entity.pattern())));
        }
        entity.values().forEach((value, synonyms) -> {
            var all = new ArrayList<String>();
            all.add(value); // the value itself counts only if it is among its synonyms
            all.addAll(synonyms);
            var entry = new LinkedHashMap<String, Object>();
            entry.put("value", value);
            entry.put("synonyms", all);
            entries.add(entry);
        });
        return entries;
    }

    /** The same thing has the same id each time. */
    private static String id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
