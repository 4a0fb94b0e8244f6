package dev.shopbell.nlu.exchange;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Amazon Lex V2's folders, and V1's one JSON file. Source: docs.aws.amazon.com/lexv2/latest/dg/import-export-format.html and
 * docs.aws.amazon.com/lex/latest/dg/import-export-format.html.
 */
final class LexImporter implements Importer {
    private static final Pattern BOT = Pattern.compile("(?:.*/)?Bot\\.json");
    private static final Pattern INTENT =
            Pattern.compile("(?:.*/)?([a-z]{2,3}_[A-Z0-9]{2,3})/Intents/[^/]+/Intent\\.json");
    private static final Pattern SLOT =
            Pattern.compile("(?:.*/)?([a-z]{2,3}_[A-Z0-9]{2,3}/Intents/[^/]+)/Slots/[^/]+/Slot\\.json");
    private static final Pattern TYPE =
            Pattern.compile("(?:.*/)?([a-z]{2,3}_[A-Z0-9]{2,3})/SlotTypes/[^/]+/SlotType\\.json");
    private static final Pattern OF_NO_USE = Pattern.compile("(?i)(?:.*/)?(manifest|BotLocale)\\.json");
    /** Of Lex's descriptions the short ones serve as titles. */
    private static final int LONGEST_TITLE = 40;

    /** By locale and intent: the type of each slot. */
    private final Map<String, Map<String, String>> slots = new HashMap<>();

    @Override
    public void read(Bundle bundle, String locale, Draft draft) throws IOException {
        var trees = new LinkedHashMap<String, Tree>();
        for (var file : bundle.texts().entrySet()) {
            if (Bundle.lower(file.getKey()).endsWith(".json")) {
                trees.put(file.getKey(), TreeReader.json(file.getKey(), file.getValue()));
            } else {
                draft.leave(file.getKey(), "This file was not read: Lex exports JSON.", "Look whether it is needed.");
            }
        }
        trees.forEach((name, tree) -> before(name, tree, draft));
        trees.forEach((name, tree) -> read(name, tree, locale, draft));
    }

    /** What examples refer to comes first. */
    private void before(String name, Tree tree, Draft draft) {
        var slot = SLOT.matcher(name);
        if (slot.matches()) {
            var type = tree.at("slotTypeName").isPresent() ? tree.at("slotTypeName") : tree.at("slotType");
            slots.computeIfAbsent(slot.group(1), s -> new HashMap<>())
                    .put(tree.at("name").text(), type.text());
        } else if (TYPE.matcher(name).matches()) {
            slotType(tree, draft);
        }
    }

    private void read(String name, Tree tree, String locale, Draft draft) {
        var intent = INTENT.matcher(name);
        if (intent.matches()) {
            var key = name.substring(Math.max(0, name.indexOf(intent.group(1)))).replaceFirst("/Intent\\.json$", "");
            intent(tree, draft.language(intent.group(1)), slots.getOrDefault(key, Map.of()), draft);
        } else if (SLOT.matcher(name).matches()) {
            draft.leave(
                    tree,
                    "The slot \"" + tree.at("name").text() + "\" was not taken over.",
                    "Write a flow under flows/ that asks for it.");
        } else if (BOT.matcher(name).matches()) {
            draft.name = tree.at("name").text();
        } else if (tree.at("metadata").at("importType").text().equals("LEX")) {
            new LexV1(draft, tree.at("resource"), locale).read();
        } else if (!TYPE.matcher(name).matches() && !OF_NO_USE.matcher(name).matches()) {
            draft.leave(tree, "This file was not read.", "Look whether the bot needs it.");
        }
    }

    private static void slotType(Tree tree, Draft draft) {
        var name = tree.at("name").text();
        var regex =
                tree.at("valueSelectionSetting").at("regexFilter").at("pattern").text();
        if (!regex.isEmpty()) {
            draft.pattern(name, regex, tree);
            return;
        }
        draft.entity(name).ifPresent(entity -> tree.at("slotTypeValues")
                .items()
                .forEach(value -> entity.value(
                        value.at("sampleValue").at("value").text(),
                        value.at("synonyms").items().stream()
                                .map(synonym -> synonym.at("value").text())
                                .toList())));
        if (tree.at("externalSourceSetting").says()
                || tree.at("compositeSlotTypeSetting").says()) {
            draft.leave(tree, "The slot type \"" + name + "\" is more than a list.", "Write it into bot.yaml.");
        }
    }

    private static void intent(Tree tree, String language, Map<String, String> types, Draft draft) {
        var name = tree.at("name").text();
        var parent = tree.at("parentIntentSignature").text();
        if (parent.startsWith("AMAZON.")) {
            draft.leave(
                    tree,
                    "\"" + name + "\" is Lex's own " + parent + ".",
                    "phrases.yaml says what the bot says when it did not understand; write an intent for the others.");
            return;
        }
        var intent = draft.intent(name);
        var title = tree.at("description").text().strip();
        if (!title.isEmpty() && title.length() <= LONGEST_TITLE) {
            intent.titles.put(language, title);
        }
        var blanks = new LexBlanks(draft, types);
        tree.at("sampleUtterances")
                .items()
                .forEach(said -> intent.example(
                        language, blanks.fill(said, said.at("utterance").text())));
        answer(tree.at("intentClosingSetting").at("closingResponse"), intent, language, draft);
        answer(
                tree.at("fulfillmentCodeHook")
                        .at("postFulfillmentStatusSpecification")
                        .at("successResponse"),
                intent,
                language,
                draft);
        answer(tree.at("initialResponseSetting").at("initialResponse"), intent, language, draft);
        for (var hook : List.of("fulfillmentCodeHook", "dialogCodeHook")) {
            if (tree.at(hook).at("enabled").says()) {
                draft.leave(
                        tree.at(hook),
                        "\"" + name + "\" called a function (" + hook + ").",
                        "Write a connector and a flow for what it did.");
            }
        }
    }

    private static void answer(Tree setting, Draft.Intent intent, String language, Draft draft) {
        for (var group : setting.at("messageGroupList").items()) {
            var message = group.at("message");
            draft.answer(
                    intent, language, message.at("plainTextMessage").at("value").text(), message);
            if (!message.at("plainTextMessage").isPresent()) {
                draft.leave(
                        message,
                        "An answer of \"" + intent.name + "\" is more than plain words.",
                        "Write \"answer:\" or \"cards:\" in " + Completion.file(intent.name) + ".");
            }
            if (group.at("variations").says()) {
                draft.leave(group.at("variations"), "Variations of an answer were left out.", "The first is said.");
            }
        }
    }
}
