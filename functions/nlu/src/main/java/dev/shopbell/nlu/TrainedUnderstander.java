package dev.shopbell.nlu;

import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Understanding.Entity;
import dev.shopbell.conversation.Understanding.ScoredIntent;
import dev.shopbell.conversation.Utterance;
import dev.shopbell.nlu.embed.BgeEncoder;
import dev.shopbell.nlu.entity.Entities;
import dev.shopbell.nlu.model.NluModel;
import dev.shopbell.nlu.mood.Mood;
import dev.shopbell.nlu.text.Word;
import dev.shopbell.nlu.text.Words;
import java.time.Clock;
import java.util.List;

/** Understands by a trained model: language first, then the intents of the languages it may be, entities, mood. */
public final class TrainedUnderstander implements Understander {
    /** An expected answer may come in so many words more ("it is …, please"). */
    private static final int MOST_WORDS_AROUND_ANSWER = 3;
    /** From this confidence on, words that hold the expected answer mean something besides. */
    private static final double MEANS_MORE = 0.6;

    private final NluModel model;
    private final Entities entities;
    private final IntentJudge judge;

    /** @param clock what "tomorrow" is counted from; the time zone is the model's */
    public TrainedUnderstander(NluModel model, Clock clock) {
        this.model = model;
        this.entities = new Entities(model.entities(), clock);
        this.judge = new IntentJudge(model, BgeEncoder::shared);
    }

    @Override
    public Understanding understand(Utterance utterance) {
        return parse(utterance).understanding();
    }

    /**
     * What was understood, and how sure that it is this bot's business.
     *
     * @param inScope how likely the gate holds the words to be in scope, 0..1, whatever its threshold; for evaluation
     */
    public record Parse(Understanding understanding, double inScope) {}

    /** Understands as {@link #understand} does. */
    public Parse parse(Utterance utterance) {
        var text = utterance.text();
        var words = Words.of(text);
        var guess = model.languages().guess(utterance.text(), utterance.locale());
        var mood = Mood.of(text, guess.language());
        var found = entities.find(text, guess.language(), utterance.expectedSlot(), utterance.timeZone());
        var answers = found.stream().anyMatch(entity -> entity.type().equals(utterance.expectedSlot()));
        if (words.stream().allMatch(Word::number)) {
            return new Parse(understood("", List.of(), !answers, found, mood), 0);
        }
        var verdict = judge.judge(words, guess, utterance);
        if (answers && wordsAround(words, found, utterance.expectedSlot()) <= MOST_WORDS_AROUND_ANSWER) {
            var intents =
                    verdict.best() < MEANS_MORE || verdict.outOfScope() ? List.<ScoredIntent>of() : verdict.intents();
            return new Parse(understood(guess.language(), intents, false, found, mood), verdict.inScope());
        }
        return new Parse(
                understood(guess.language(), verdict.intents(), verdict.outOfScope(), found, mood), verdict.inScope());
    }

    private static Understanding understood(
            String language, List<ScoredIntent> intents, boolean outOfScope, List<Entity> entities, Mood mood) {
        return new Understanding(
                language, intents, outOfScope, entities, mood.anger(), mood.sentiment(), mood.urgency());
    }

    private static long wordsAround(List<Word> words, List<Entity> found, String expected) {
        return words.stream()
                .filter(word -> found.stream()
                        .noneMatch(entity -> entity.type().equals(expected)
                                && entity.start() <= word.start()
                                && word.end() <= entity.end()))
                .count();
    }
}
