package dev.shopbell.nlu.exchange;

import java.util.HashMap;
import java.util.Map;

/** A bot, an intent or a slot type of Lex V1. Source: docs.aws.amazon.com/lex/latest/dg/import-export-format.html. */
final class LexV1 {
    private final Draft draft;
    private final Tree resource;
    private final String language;

    LexV1(Draft draft, Tree resource, String locale) {
        this.draft = draft;
        this.resource = resource;
        var written = resource.at("locale").text();
        this.language = draft.language(written.isEmpty() ? locale : written);
    }

    void read() {
        resource.at("slotTypes").items().forEach(this::slotType);
        if (resource.at("enumerationValues").isPresent()) {
            slotType(resource);
        } else if (resource.at("sampleUtterances").isPresent()) {
            resource.at("slotTypes").items().forEach(this::slotType);
            intent(resource);
        } else {
            draft.name = resource.at("name").text();
            resource.at("intents").items().forEach(this::intent);
            left("clarificationPrompt", "not_understood");
            left("abortStatement", "gave_up");
        }
    }

    private void left(String field, String phrase) {
        if (resource.at(field).says()) {
            draft.leave(
                    resource.at(field),
                    "\"" + field + "\" was not taken over.",
                    "Put its words into phrases.yaml under \"" + phrase + ":\".");
        }
    }

    private void slotType(Tree type) {
        var name = type.at("name").text();
        draft.entity(name).ifPresent(entity -> type.at("enumerationValues")
                .items()
                .forEach(value -> entity.value(
                        value.at("value").text(),
                        value.at("synonyms").items().stream().map(Tree::text).toList())));
        for (var setting : type.at("slotTypeConfigurations").items()) {
            var pattern = setting.at("regexConfiguration").at("pattern").text();
            if (!pattern.isEmpty()) {
                draft.pattern(name, pattern, setting);
            }
        }
    }

    private void intent(Tree tree) {
        var name = tree.at("name").text();
        if (tree.at("parentIntentSignature").text().startsWith("AMAZON.")) {
            draft.leave(tree, "\"" + name + "\" is one of Lex's own.", "Write an intent if it is needed.");
            return;
        }
        var intent = draft.intent(name);
        Map<String, String> types = new HashMap<>();
        for (var slot : tree.at("slots").items()) {
            types.put(slot.at("name").text(), slot.at("slotType").text());
            draft.leave(
                    slot,
                    "The slot \"" + slot.at("name").text() + "\" was not taken over.",
                    "Write a flow under flows/ that asks for it.");
        }
        var blanks = new LexBlanks(draft, types);
        tree.at("sampleUtterances").items().forEach(said -> intent.example(language, blanks.fill(said, said.text())));
        for (var message : tree.at("conclusionStatement").at("messages").items()) {
            if (message.at("contentType").text().equals("PlainText")) {
                draft.answer(intent, language, message.at("content").text(), message);
            } else {
                draft.leave(message, "An answer of \"" + intent.name + "\" is not plain words.", "Write \"answer:\".");
            }
        }
        if (tree.at("fulfillmentActivity").at("type").text().equals("CodeHook")) {
            draft.leave(
                    tree.at("fulfillmentActivity"),
                    "\"" + name + "\" called a function.",
                    "Write a connector and a flow for what it did.");
        }
    }
}
