package dev.shopbell.nlu.exchange;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes a draft a bot that {@code ./bot check} finds valid. Whatever it has to make up is told, with the file to mend; so that
 * an import can be tried at once and made good one file after the other.
 */
final class Completion {
    private static final int FEWEST_EXAMPLES = 3;
    private static final int LONGEST_TITLE = 40;
    private static final Pattern FILLED_IN = Pattern.compile("\\{(?!(?:hours|link_code)})[^{}]*}|\\$\\{?[A-Za-z#]");
    static final String PERSON = "talk_to_person";

    private final Draft draft;
    private final Starter starter;

    Completion(Draft draft, Starter starter) {
        this.draft = draft;
        this.starter = starter;
    }

    void complete() {
        if (draft.languages().isEmpty()) {
            draft.language("en");
        }
        for (var language : draft.languages()) {
            if (!starter.speaks(language)) {
                draft.leave("phrases.yaml", "There are no ready phrases in \"" + language + "\".", "Translate them.");
            }
        }
        if (draft.timeZone.isEmpty()) {
            draft.timeZone = "UTC";
            draft.leave("bot.yaml", "The time zone was not known.", "Put the shop's in place of UTC.");
        }
        if (draft.phoneRegion.isEmpty()) {
            draft.phoneRegion = "US";
            draft.leave("bot.yaml", "The country of phone numbers was not known.", "Put the shop's in place of US.");
        }
        if (draft.intents().keySet().stream().noneMatch(Names::callsPerson)) {
            callPerson();
        }
        if (draft.intents().values().stream().anyMatch(intent -> intent.titles.isEmpty())) {
            draft.leave(
                    "intents",
                    "Titles, which customers see on buttons, were made from names and examples.",
                    "Look through them.");
        }
        draft.intents().values().forEach(this::complete);
    }

    private void callPerson() {
        var person = draft.intent(PERSON);
        for (var language : draft.languages()) {
            starter.personExamples(language).forEach(example -> person.example(language, example));
        }
        draft.leave(
                file(PERSON),
                "No intent called a person, and customers must be able to ask for one.",
                "Look at the examples that were put there.");
    }

    private void complete(Draft.Intent intent) {
        draft.languages().forEach(language -> intent.titles.putIfAbsent(language, title(intent, language)));
        for (var language : draft.languages()) {
            enoughExamples(intent, language);
            if (!Names.callsPerson(intent.name)) {
                someAnswer(intent, language);
            } else if (!intent.answers.isEmpty()) {
                draft.leave(
                        file(intent.name),
                        "This intent calls a person, so that its answer is not said.",
                        "Put the words into phrases.yaml under \"handover:\" if you want them.");
                intent.answers.clear();
            }
        }
    }

    /** A name is of one language, most likely the first one; in another the shortest thing that customers say. */
    private String title(Draft.Intent intent, String language) {
        var first = draft.languages().iterator().next();
        return intent.examples(language).stream()
                .filter(example -> !language.equals(first) && example.length() <= LONGEST_TITLE)
                .min(Comparator.comparingInt(String::length))
                .map(Names::title)
                .orElse(Names.title(intent.name));
    }

    private void enoughExamples(Draft.Intent intent, String language) {
        var own = intent.examples(language);
        if (own.size() >= FEWEST_EXAMPLES) {
            return;
        }
        var had = own.size();
        var all = new LinkedHashSet<>(own);
        if (all.isEmpty()) {
            intent.examples.values().stream()
                    .filter(examples -> !examples.isEmpty())
                    .findFirst()
                    .ifPresentOrElse(all::addAll, () -> all.add(Names.title(intent.name)));
            draft.leave(
                    file(intent.name),
                    "\"" + intent.name + "\" had no examples in \"" + language + "\"; other words stand in.",
                    "Write at least 5 as customers would.");
        } else {
            draft.leave(
                    file(intent.name),
                    "\"" + intent.name + "\" had " + had + (had == 1 ? " example" : " examples") + " in \"" + language
                            + "\"; some were made from " + (had == 1 ? "it." : "them."),
                    "Write at least 5 as customers would.");
        }
        for (var example : List.copyOf(all)) {
            for (var way : starter.around(language, example)) {
                if (all.size() < FEWEST_EXAMPLES) {
                    all.add(way);
                }
            }
        }
        intent.examples.put(language, all);
    }

    private void someAnswer(Draft.Intent intent, String language) {
        var words = intent.answers.get(language);
        if (words == null) {
            var other = intent.answers.values().stream().findFirst();
            intent.answers.put(language, other.orElseGet(() -> starter.noAnswer(language)));
            if (other.isEmpty() && !Names.isPolite(intent.name)) {
                draft.intents().keySet().stream()
                        .filter(Names::callsPerson)
                        .findFirst()
                        .ifPresent(intent.choices::add);
            }
            draft.leave(
                    file(intent.name),
                    "\"" + intent.name + "\" had no answer in words in \"" + language + "\".",
                    "Write it under \"answer:\", or a flow if there is something to ask for first.");
        } else if (FILLED_IN.matcher(words).find()) {
            draft.leave(
                    file(intent.name),
                    "The answer of \"" + intent.name + "\" (" + language
                            + ") has something that the other product filled in: \"" + Draft.shortened(words) + "\".",
                    "Write the words themselves.");
        }
    }

    static String file(String intent) {
        return "intents/" + intent.replace('_', '-') + ".yaml";
    }
}
