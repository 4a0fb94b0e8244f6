package dev.shopbell.nlu.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The JSON that the content designer of QnABot on AWS exports: {@code {"qna": [{"qid", "q": […], "a", "type"}]}}. Source:
 * docs.aws.amazon.com/solutions/latest/qnabot-on-aws, "Importing and exporting", and the project's own samples.
 */
final class QnaBotImporter implements Importer {
    /** Fields of an item that do something which is not taken over, and what to do instead. */
    private static final Map<String, String> NOT_HERE = Map.of(
            "l", "A function was called for it: write a connector and a flow.",
            "args", "They went to a function: write a connector and a flow.",
            "elicitResponse", "It asked something back: write a flow.",
            "conditionalChaining", "It went on to other items: write \"choices:\" or a flow.",
            "next", "It went on to another item: write \"choices:\".",
            "alt", "Other wordings (Markdown, speech) were left out: the plain answer is said.",
            "clientFilterValues", "It was shown to some customers only: everyone gets it now.",
            "botRouting", "It went to another bot: write a flow or call a person.",
            "kendraRedirectQueryText", "It searched an index: write the answer.",
            "r", "A card was shown: write \"cards:\" or \"image:\".");

    @Override
    public void read(Bundle bundle, String locale, Draft draft) throws IOException {
        for (var file : bundle.texts().entrySet()) {
            if (!Bundle.lower(file.getKey()).endsWith(".json")) {
                draft.leave(
                        file.getKey(), "This file was not read: QnABot exports JSON.", "Look whether it is needed.");
                continue;
            }
            var tree = TreeReader.json(file.getKey(), file.getValue());
            var items = tree.isList() ? tree.items() : tree.at("qna").items();
            if (items.isEmpty()) {
                draft.leave(
                        tree, "There is no \"qna\" in it.", "Export the questions from the content designer again.");
            }
            var language = draft.language(language(file.getKey(), locale));
            items.forEach(item -> item(item, language, draft));
        }
    }

    /** A file called after a language ({@code es.json}) tells it; the format itself does not. */
    private static String language(String file, String locale) {
        var stem = file.substring(file.lastIndexOf('/') + 1).replaceFirst("(?i)\\.json$", "");
        return Draft.isLanguage(stem) ? stem : locale;
    }

    private static void item(Tree item, String language, Draft draft) {
        var id = item.at("qid").text();
        switch (item.at("type").text()) {
            case "", "qna" -> question(item, id, language, draft);
            case "slottype" -> slotType(item, id, draft);
            default ->
                draft.leave(
                        item,
                        "\"" + id + "\" is of the type \"" + item.at("type").text() + "\".",
                        "Write it as an intent with an answer, or as a flow.");
        }
    }

    private static void question(Tree item, String id, String language, Draft draft) {
        var questions = item.at("q").items();
        var answer = item.at("a").text();
        if (id.isBlank() || questions.isEmpty()) {
            draft.leave(item, "\"" + id + "\" has no id or no questions.", "Write it as an intent by hand.");
            return;
        }
        var intent = draft.intent(id);
        questions.forEach(question -> intent.example(language, question.text()));
        draft.answer(intent, language, answer, item);
        NOT_HERE.forEach((field, mend) -> {
            var there = item.at(field);
            if (!field.equals("r")
                    ? hasWords(there)
                    : hasWords(there.at("imageUrl")) || hasWords(there.at("buttons"))) {
                draft.leave(there, "\"" + field + "\" of \"" + id + "\" was not taken over.", mend);
            }
        });
    }

    /** Exports write every field, most of them with nothing in it. */
    private static boolean hasWords(Tree tree) {
        return !tree.text().isBlank()
                || tree.fields().values().stream().anyMatch(QnaBotImporter::hasWords)
                || (tree.isList() && tree.items().stream().anyMatch(QnaBotImporter::hasWords));
    }

    private static void slotType(Tree item, String id, Draft draft) {
        var values = item.at("slotTypeValues").items();
        Optional<Draft.Entity> entity = draft.entity(id);
        entity.ifPresent(e -> values.forEach(value -> e.value(
                value.at("samplevalue").text(),
                List.of(value.at("synonyms").text().split("\\s*,\\s*", -1)))));
        var regex = item.at("regexFilter").text();
        if (!regex.isBlank()) {
            draft.pattern(id, regex, item);
        }
        var wanted =
                values.stream().map(value -> value.at("samplevalue").text()).collect(Collectors.joining(", "));
        if (entity.isEmpty()) {
            draft.leave(item, "\"" + id + "\" is found by the bot itself, its values were not: " + wanted + ".", "");
        }
    }
}
