package dev.shopbell.nlu.exchange;

import dev.shopbell.definition.BotDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a completed draft as a bot's files, of the form of {@code bots/bakery}. */
final class BotWriter {
    private final Draft draft;
    private final Starter starter;
    private final boolean schema;

    /** @param schema whether editors find the schemas at {@code ../schema} */
    BotWriter(Draft draft, Starter starter, boolean schema) {
        this.draft = draft;
        this.starter = starter;
        this.schema = schema;
    }

    /** The files' texts by path. */
    SortedMap<String, String> files() {
        var files = new TreeMap<String, String>();
        files.put("bot.yaml", schema("../schema/bot.json") + bot());
        files.put("phrases.yaml", schema("../schema/phrases.json") + phrases());
        draft.intents()
                .values()
                .forEach(intent ->
                        files.put(Completion.file(intent.name), schema("../../schema/intent.json") + intent(intent)));
        return files;
    }

    static void write(SortedMap<String, String> files, Path folder) throws IOException {
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            var parent = path.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(path, file.getValue());
        }
    }

    private String schema(String path) {
        return schema ? "# yaml-language-server: $schema=" + path + "\n" : "";
    }

    private String bot() {
        var out = new StringBuilder()
                .append("name: ")
                .append(Quoted.yaml(draft.name))
                .append('\n')
                .append("languages: [")
                .append(String.join(", ", quoted(draft.languages())))
                .append("]\n")
                .append("time_zone: ")
                .append(Quoted.yaml(draft.timeZone))
                .append('\n')
                .append("phone_region: ")
                .append(Quoted.yaml(draft.phoneRegion))
                .append('\n');
        if (!draft.entities().isEmpty()) {
            out.append("entities:\n");
        }
        for (var entity : draft.entities().values()) {
            out.append("  ").append(entity.name).append(":\n");
            if (!entity.pattern.isEmpty()) {
                out.append("    pattern: ").append(Quoted.yaml(entity.pattern)).append('\n');
            } else {
                out.append("    values:\n");
                entity.values.forEach((value, synonyms) -> out.append("      ")
                        .append(Quoted.yaml(value))
                        .append(": [")
                        .append(String.join(", ", quoted(synonyms)))
                        .append("]\n"));
            }
        }
        return out.toString();
    }

    private String phrases() {
        var byKey = new LinkedHashMap<String, Map<String, String>>();
        var givesCodes = draft.intents().values().stream().anyMatch(intent -> intent.answers.values().stream()
                .anyMatch(words -> words.contains(BotDefinition.LINK_CODE)));
        for (var language : draft.languages()) {
            starter.phrases(language, draft.name, givesCodes)
                    .forEach((key, words) -> byKey.computeIfAbsent(key, k -> new LinkedHashMap<>())
                            .put(language, words));
        }
        return byKey.entrySet().stream()
                .map(phrase -> texts(phrase.getKey(), phrase.getValue()))
                .collect(Collectors.joining());
    }

    private String intent(Draft.Intent intent) {
        var out = new StringBuilder("intent: " + intent.name + "\n").append(texts("title", intent.titles));
        if (Names.callsPerson(intent.name)) {
            out.append("handover: true\n");
        } else {
            out.append(Names.isPolite(intent.name) ? "small_talk: true\n" : "")
                    .append(Names.cancels(intent.name) ? "cancels: true\n" : "")
                    .append(texts("answer", intent.answers));
        }
        if (!intent.choices.isEmpty()) {
            out.append("choices: [").append(String.join(", ", intent.choices)).append("]\n");
        }
        out.append("examples:\n");
        for (var language : draft.languages()) {
            out.append("  ").append(language).append(":\n");
            intent.examples(language)
                    .forEach(example ->
                            out.append("    - ").append(Quoted.yaml(example)).append('\n'));
        }
        return out.toString();
    }

    private static String texts(String key, Map<String, String> words) {
        return words.entrySet().stream()
                .map(entry -> "  " + entry.getKey() + ": " + Quoted.yaml(entry.getValue()) + "\n")
                .collect(Collectors.joining("", key + ":\n", ""));
    }

    private static Collection<String> quoted(Collection<String> texts) {
        return texts.stream().map(Quoted::yaml).toList();
    }
}
