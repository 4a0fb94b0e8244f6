package dev.shopbell.nlu;

import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Utterance;
import dev.shopbell.nlu.Explanation.NearExample;
import dev.shopbell.nlu.Explanation.Reason;
import dev.shopbell.nlu.Explanation.WordShare;
import dev.shopbell.nlu.embed.BgeEncoder;
import dev.shopbell.nlu.model.IntentHead;
import dev.shopbell.nlu.model.NluModel;
import dev.shopbell.nlu.model.Signs;
import dev.shopbell.nlu.text.Word;
import dev.shopbell.nlu.text.Words;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Says why a text was understood as it was: which words decided, found by leaving each out in turn, which examples are
 * nearest, and what spoke for and against its being in scope. Takes as many parses as the text has words.
 */
public final class Explainer {
    private static final int MOST_WORDS = 20;

    private final NluModel model;
    private final Understander understander;

    public Explainer(NluModel model, Clock clock) {
        this.model = model;
        this.understander = new TrainedUnderstander(model, clock);
    }

    /** Explains; there is less to say where no intent was found. */
    public Explanation explain(Utterance utterance) {
        var understanding = understander.understand(utterance);
        var words = Words.of(utterance.text());
        if (understanding.intents().isEmpty() || words.isEmpty()) {
            return Explanation.ofNothing(understanding);
        }
        var guess = model.languages().guess(utterance.text(), utterance.locale());
        var head = model.headFor(guess.probabilities());
        var judgement = judge(head, utterance.text());
        var best = judgement.labels().indexOf(understanding.intents().getFirst().name());
        return new Explanation(
                understanding,
                head.language(),
                head.meaning().isEmpty() ? "" : head.read(utterance.text(), BgeEncoder.shared()),
                head.meaning().isEmpty() || judgement.threshold() == 0,
                judgement.inScope(),
                judgement.threshold(),
                best < 0 ? List.of() : shares(head, utterance.text(), words, judgement, best),
                nearest(head, understanding, utterance.text()),
                reasons(head, judgement));
    }

    private static IntentHead.Judgement judge(IntentHead head, String text) {
        return head.judge(Words.of(text), text, BgeEncoder::shared, IntentHead.Leaning.NONE);
    }

    private static List<WordShare> shares(
            IntentHead head, String text, List<Word> words, IntentHead.Judgement whole, int best) {
        var lead = lead(whole, best);
        var shares = new ArrayList<WordShare>();
        for (var word : words.subList(0, Math.min(words.size(), MOST_WORDS))) {
            var without = text.substring(0, word.start()) + text.substring(word.end());
            shares.add(
                    new WordShare(text.substring(word.start(), word.end()), lead - lead(judge(head, without), best)));
        }
        return shares;
    }

    /** By how much an intent's logarithm of odds leads that of the best other. */
    private static double lead(IntentHead.Judgement judgement, int intent) {
        var other = 1e-12;
        for (var i = 0; i < judgement.probabilities().length; i++) {
            other = i == intent ? other : Math.max(other, judgement.probabilities()[i]);
        }
        return Math.log(Math.max(1e-12, judgement.probabilities()[intent])) - Math.log(other);
    }

    private static List<NearExample> nearest(IntentHead head, Understanding understanding, String text) {
        var near = new ArrayList<NearExample>();
        if (head.meaning().isPresent()) {
            var sentence = head.sentence(text, BgeEncoder::shared);
            for (var intent : understanding.intents()) {
                var label = head.classifier().labels().indexOf(intent.name());
                var example = head.examples().nearest(label, sentence);
                near.add(new NearExample(intent.name(), example.text(), example.likeness()));
            }
        }
        return near;
    }

    /** What each sign adds to the odds of being in scope; empty where words alone were sure. */
    private static List<Reason> reasons(IntentHead head, IntentHead.Judgement judgement) {
        var weights = head.gate().weights();
        var reasons = new ArrayList<Reason>();
        if (judgement.threshold() > 0 && weights.size() > 1) {
            for (var i = 0; i + 1 < weights.size(); i++) {
                reasons.add(new Reason(
                        Signs.words(i),
                        judgement.signs()[i],
                        weights.get(i) * judgement.signs()[i]));
            }
        }
        return reasons;
    }
}
