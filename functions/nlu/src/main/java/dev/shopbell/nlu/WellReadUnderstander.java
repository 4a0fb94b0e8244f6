package dev.shopbell.nlu;

import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Utterance;
import dev.shopbell.nlu.knowledge.Library;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks into the bot's documents where its intents do not answer: out of scope, or not sure. What a document answers clearly
 * also wins over an intent that is likely but not certain.
 */
public final class WellReadUnderstander implements Understander {
    /** Below this confidence an intent is a guess, and documents may know better. */
    private static final double UNSURE = 0.5;
    /** From this confidence on nothing else is asked: an intent's examples are the owner's own words. */
    private static final double CERTAIN = 0.9;

    private final Understander intents;
    private final Supplier<Library> library;

    /** @param library asked when it is needed, and every time: whoever gives it keeps it */
    public WellReadUnderstander(Understander intents, Supplier<Library> library) {
        this.intents = intents;
        this.library = library;
    }

    @Override
    public Understanding understand(Utterance utterance) {
        if (!utterance.passage().isEmpty()) {
            var chosen = library.get().chosen(utterance.passage());
            return Understanding.NOTHING.knowing(chosen.stream().toList());
        }
        var understood = intents.understand(utterance);
        return understood.knowing(knowledge(utterance, understood));
    }

    private List<Understanding.Passage> knowledge(Utterance utterance, Understanding understood) {
        var answersWhatWasAsked = understood.intents().isEmpty() && !understood.outOfScope();
        var confidence = understood.intents().isEmpty()
                ? 0
                : understood.intents().getFirst().confidence();
        if (answersWhatWasAsked || (!understood.outOfScope() && confidence >= CERTAIN)) {
            return List.of();
        }
        var language = language(utterance, understood);
        return understood.outOfScope() || confidence < UNSURE
                ? library.get().answers(utterance.text(), language)
                : library.get().clearAnswers(utterance.text(), language);
    }

    private String language(Utterance utterance, Understanding understood) {
        return Optional.of(understood.language())
                .filter(known -> !known.isEmpty())
                .or(() -> Optional.of(utterance.locale()).filter(known -> !known.isEmpty()))
                .orElseGet(() -> library.get().languageOf(utterance.text()));
    }
}
