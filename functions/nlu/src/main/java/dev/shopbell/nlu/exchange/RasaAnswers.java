package dev.shopbell.nlu.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives Rasa's responses to the intents that they answer: by rule, by name, or as a retrieval intent's. */
final class RasaAnswers {
    private final Draft draft;
    private final Map<String, Map<String, List<Tree>>> responses;
    private final Map<String, List<String>> actions;
    private final Set<String> given = new HashSet<>();

    /**
     * @param responses by name and language
     * @param actions the names of responses by intent, from rules
     */
    RasaAnswers(Draft draft, Map<String, Map<String, List<Tree>>> responses, Map<String, List<String>> actions) {
        this.draft = draft;
        this.responses = responses;
        this.actions = actions;
    }

    void give() {
        actions.forEach((intent, names) -> names.forEach(name -> give(intent, name)));
        responses.keySet().forEach(name -> give(name.replaceFirst("^utter_", ""), name));
        responses.forEach((name, byLanguage) -> {
            if (!given.contains(name)) {
                byLanguage.values().stream()
                        .flatMap(List::stream)
                        .findFirst()
                        .ifPresent(at -> draft.leave(
                                at,
                                "The response \"" + name + "\" answers no intent by a rule or by its name.",
                                "Put its words into phrases.yaml, a flow, or an intent's \"answer:\"."));
            }
        });
    }

    private void give(String elsewhere, String name) {
        var intent = draft.ifKnown(elsewhere);
        if (intent.isEmpty() || !responses.containsKey(name) || !given.add(name)) {
            return;
        }
        responses.getOrDefault(name, Map.of()).forEach((language, variations) -> {
            for (var variation : variations) {
                draft.answer(intent.get(), language, variation.at("text").text(), variation);
                attached(intent.get(), variation);
            }
        });
    }

    private void attached(Draft.Intent intent, Tree variation) {
        for (var button : variation.at("buttons").items()) {
            var target = button.at("payload").text().replaceFirst("^/", "").replaceFirst("\\{.*$", "");
            draft.ifKnown(target)
                    .ifPresentOrElse(
                            known -> intent.choices.add(known.name),
                            () -> draft.leave(
                                    button,
                                    "The button \"" + button.at("title").text() + "\" leads to no intent.",
                                    "Add it to \"choices:\" of " + intent.name + " once there is one."));
        }
        for (var field : List.of("image", "attachment", "custom", "condition", "channel")) {
            if (variation.at(field).says()) {
                draft.leave(
                        variation.at(field),
                        "\"" + field + "\" of an answer of \"" + intent.name + "\" was not taken over.",
                        "Add \"image:\", \"file:\" or \"cards:\" to " + Completion.file(intent.name) + " if needed.");
            }
        }
    }
}
