package dev.shopbell.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a file of questions that are asked often: each with other ways to ask it, and its answer. */
final class QuestionsReader {
    private static final List<String> FIELDS = List.of("question", "variants", "answer", "url");

    private final List<String> languages;
    private final Set<String> sources;

    /** @param sources the names given so far; those of the questions are added */
    QuestionsReader(List<String> languages, Set<String> sources) {
        this.languages = languages;
        this.sources = sources;
    }

    void read(YamlNode file, String name, List<Knowledge.Question> into) {
        file.allow(List.of("questions"));
        var questions = file.at("questions");
        if (!questions.isPresent() || questions.items().isEmpty()) {
            file.problem("There are no questions in it. Add \"questions:\" with a list, or remove the file.");
        }
        for (var node : questions.items()) {
            node.allow(FIELDS);
            var question = TextsReader.read(node.at("question"), languages, "question");
            into.add(new Knowledge.Question(
                    Slug.unique(name, question.in(languages.getFirst()), sources),
                    question,
                    variants(node.at("variants")),
                    TextsReader.read(node.at("answer"), languages, "answer"),
                    FrontMatter.url(node.at("url"))));
        }
    }

    private Map<String, List<String>> variants(YamlNode node) {
        var variants = new LinkedHashMap<String, List<String>>();
        node.fields().forEach((language, list) -> {
            if (!languages.contains(language)) {
                list.problem("The bot does not speak \"" + language + "\"." + Nearest.hint(language, languages));
            }
            variants.put(language, list.texts());
        });
        return variants;
    }
}
