package dev.shopbell.nlu;

import dev.shopbell.conversation.Understanding.ScoredIntent;
import dev.shopbell.conversation.Utterance;
import dev.shopbell.nlu.embed.SentenceEncoder;
import dev.shopbell.nlu.model.Examples;
import dev.shopbell.nlu.model.IntentHead;
import dev.shopbell.nlu.model.Languages;
import dev.shopbell.nlu.model.NluModel;
import dev.shopbell.nlu.model.Signs;
import dev.shopbell.nlu.text.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Weighs what the heads of the likely languages say, as much as each language is likely. */
final class IntentJudge {
    /** What an intent's odds gain, as logarithm, where it belongs to the flow that is under way. */
    private static final double FLOW_LEANING = 1.2;

    private static final double RECENT_LEANING = 0.3;
    private static final double UNLIKELY = 0.05;
    /** Words in a language the bot does not speak are foreign from this many on; fewer may be names. */
    private static final int FOREIGN_WORDS = 3;

    private static final double FOREIGN = 0.9;
    /** Whoever uses this many of the bot's own words is speaking its language, whatever the guess. */
    private static final double OWN_WORDS = 0.5;

    /** For one message that is not the bot's business there are so many that are; gates take them to be as many. */
    private static final double IN_SCOPE_ODDS = 8;

    private static final int MOST_INTENTS = 5;
    private static final double LEAST_CONFIDENCE = 0.005;

    private final NluModel model;
    private final List<Known> heads;
    private final Supplier<SentenceEncoder> encoder;

    IntentJudge(NluModel model, Supplier<SentenceEncoder> encoder) {
        this.model = model;
        this.heads = model.heads().stream()
                .map(head -> new Known(head, head.examples().labelsByKey()))
                .toList();
        this.encoder = encoder;
    }

    /** @param byHeart labels of the examples themselves: whoever says one word for word is understood for certain */
    private record Known(IntentHead head, Map<String, Integer> byHeart) {}

    private record Weighted(Known known, double weight) {}

    /**
     * @param intents best first
     * @param inScope probability of being in scope, by the gates
     */
    record Verdict(List<ScoredIntent> intents, boolean outOfScope, double inScope) {
        double best() {
            return intents.isEmpty() ? 0 : intents.getFirst().confidence();
        }
    }

    Verdict judge(List<Word> words, Languages.Guess guess, Utterance utterance) {
        var leaning = leaning(utterance);
        var probabilities = new HashMap<String, Double>();
        var inScope = 0.0;
        var threshold = 0.0;
        var knownWords = 0.0;
        var key = Examples.key(words);
        for (var weighted : weights(guess)) {
            var head = weighted.known().head();
            var byHeart = weighted.known().byHeart().get(key);
            var judgement =
                    byHeart == null ? head.judge(words, utterance.text(), encoder, leaning) : head.certain(byHeart);
            var weight = weighted.weight();
            for (var i = 0; i < judgement.labels().size(); i++) {
                probabilities.merge(
                        judgement.labels().get(i), weight * judgement.probabilities()[i], Double::sum);
            }
            inScope += weight * judgement.inScope();
            threshold += weight * judgement.threshold();
            knownWords = Math.max(knownWords, judgement.signs()[Signs.KNOWN_WORDS]);
        }
        var foreign = isForeign(words, guess) && knownWords < OWN_WORDS;
        var trust = foreign ? 1 - FOREIGN : IN_SCOPE_ODDS * inScope / (IN_SCOPE_ODDS * inScope + 1 - inScope);
        return new Verdict(ranked(probabilities, trust), foreign || inScope < threshold, inScope);
    }

    private static List<ScoredIntent> ranked(Map<String, Double> probabilities, double trust) {
        var sorted = probabilities.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new ScoredIntent(entry.getKey(), Math.round(entry.getValue() * trust * 1e4) / 1e4))
                .limit(MOST_INTENTS)
                .toList();
        var best = sorted.stream()
                .takeWhile(intent -> intent.confidence() >= LEAST_CONFIDENCE)
                .toList();
        return best.isEmpty() ? sorted.subList(0, Math.min(1, sorted.size())) : best;
    }

    /** The heads to ask and how much each counts, sum 1. */
    private List<Weighted> weights(Languages.Guess guess) {
        var all = heads.stream()
                .mapToDouble(known -> probability(known.head(), guess))
                .sum();
        var likely = heads.stream()
                .map(known -> new Weighted(known, all == 0 ? 1.0 : probability(known.head(), guess) / all))
                .filter(weighted -> weighted.weight() >= UNLIKELY)
                .toList();
        var total = likely.stream().mapToDouble(Weighted::weight).sum();
        return likely.stream()
                .map(weighted -> new Weighted(weighted.known(), weighted.weight() / total))
                .toList();
    }

    private static double probability(IntentHead head, Languages.Guess guess) {
        return head.language().isEmpty()
                ? 1
                : guess.probabilities().getOrDefault(Languages.languageOf(head.language()), 0.0);
    }

    private boolean isForeign(List<Word> words, Languages.Guess guess) {
        if (words.size() < FOREIGN_WORDS || guess.language().isEmpty()) {
            return false;
        }
        var own = model.heads().stream()
                .mapToDouble(head -> probability(head, guess))
                .sum();
        return own < 1 - FOREIGN;
    }

    private IntentHead.Leaning leaning(Utterance utterance) {
        if (utterance.activeFlow().isEmpty() && utterance.recentIntents().isEmpty()) {
            return IntentHead.Leaning.NONE;
        }
        return intent -> {
            var flow = model.flows().getOrDefault(intent, intent);
            var towardsFlow = flow.equals(utterance.activeFlow()) ? FLOW_LEANING : 0;
            return towardsFlow + (utterance.recentIntents().contains(intent) ? RECENT_LEANING : 0);
        };
    }
}
