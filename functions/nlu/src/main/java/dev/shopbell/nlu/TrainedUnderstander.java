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
        var text = utterance.text();
        var words = Words.of(text);
        var guess = model.languages().guess(utterance.text(), utterance.locale());
        var mood = Mood.of(text, guess.language());
        var found = entities.find(text, guess.language(), utterance.expectedSlot(), utterance.timeZone());
        var answers = found.stream().anyMatch(entity -> entity.type().equals(utterance.expectedSlot()));
        if (words.stream().allMatch(Word::number)) {
            return understood("", List.of(), !answers, found, mood);
        }
        var verdict = judge.judge(words, guess, utterance);
        if (answers && wordsAround(words, found, utterance.expectedSlot()) <= MOST_WORDS_AROUND_ANSWER) {
            var intents =
                    verdict.best() < MEANS_MORE || verdict.outOfScope() ? List.<ScoredIntent>of() : verdict.intents();
            return understood(guess.language(), intents, false, found, mood);
        }
        return understood(guess.language(), verdict.intents(), verdict.outOfScope(), found, mood);
    }

    private static Understanding understood(
            String language, List<ScoredIntent> intents, boolean outOfScope, List<Entity> entities, Mood mood) {
        return new Understanding(
                language, intents, outOfScope, entities, mood.anger(), mood.sentiment(), mood.urgency());
    }

    /** How likely the gate holds the words to be in scope, 0..1, whatever its threshold; for evaluation. */
    public double inScope(Utterance utterance) {
        var words = Words.of(utterance.text());
        if (words.stream().allMatch(Word::number)) {
            return 0;
        }
        var guess = model.languages().guess(utterance.text(), utterance.locale());
        return judge.judge(words, guess, utterance).inScope();
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
