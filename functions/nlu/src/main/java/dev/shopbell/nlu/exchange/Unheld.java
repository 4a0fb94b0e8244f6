package dev.shopbell.nlu.exchange;

import dev.shopbell.definition.BotDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What of a bot other products cannot hold, told by file. */
final class Unheld {
    /** Kinds of things that a format may lack. */
    enum Kind {
        /** Pictures, cards, places, forms. */
        ATTACHED,
        /** Slots to fill and look-ups. */
        FLOW,
        /** Intents offered under an answer. */
        CHOICES,
        /** Lists and patterns. */
        ENTITY,
        /** Regular expressions. */
        PATTERN
    }

    private Unheld() {}

    static List<Leftover> of(BotDefinition bot, Kind... lacking) {
        var kinds = Set.of(lacking);
        var left = new ArrayList<Leftover>();
        for (var intent : bot.intents()) {
            var file = Completion.file(intent.name());
            if (kinds.contains(Kind.ATTACHED) && intent.attached() != null) {
                left.add(new Leftover(
                        file, 1, "What is shown with the answer is not written.", "Add it there by hand."));
            }
            if (kinds.contains(Kind.FLOW) && !intent.flow().isEmpty()) {
                left.add(new Leftover(
                        file,
                        1,
                        "The flow \"" + intent.flow() + "\" is not written; its first question stands in.",
                        "Build it there by hand."));
            }
            if (intent.answer().byLanguage().values().stream().anyMatch(words -> words.contains("{hours}"))) {
                left.add(new Leftover(
                        file,
                        1,
                        "{hours} in the answer is filled in here and not there.",
                        "Write the hours in its place."));
            }
            if (intent.answer().byLanguage().values().stream()
                    .anyMatch(words -> words.contains(BotDefinition.LINK_CODE))) {
                left.add(new Leftover(
                        file,
                        1,
                        BotDefinition.LINK_CODE + " in the answer is filled in here and not there.",
                        "Write another answer there."));
            }
            if (kinds.contains(Kind.CHOICES) && !intent.choices().isEmpty()) {
                left.add(new Leftover(file, 1, "\"choices:\" are not written.", "Add them there by hand."));
            }
        }
        for (var entity : bot.entities()) {
            if (kinds.contains(Kind.ENTITY)
                    || (kinds.contains(Kind.PATTERN) && !entity.pattern().isEmpty())) {
                left.add(new Leftover(
                        "bot.yaml",
                        1,
                        "The entity \"" + entity.type() + "\" is not written.",
                        "Add it there by hand."));
            }
        }
        return left;
    }
}
