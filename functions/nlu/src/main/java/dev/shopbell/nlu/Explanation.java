package dev.shopbell.nlu;

import dev.shopbell.conversation.Understanding;
import java.util.List;

/**
 * Why a text was understood as it was.
 *
 * @param head the language whose examples were asked; empty if they are of any language
 * @param read what the sentence model was given to read; empty where meaning is not asked
 * @param wordsAlone whether the words were sure enough for the sentence's meaning not to be asked
 * @param inScope probability of being in scope, 0..1
 * @param threshold least probability that is believed; 0 where words alone were sure
 * @param words what each word did for the best intent
 * @param nearest the example nearest to the text, of each intent found; empty where meaning is not asked
 * @param reasons what spoke for (above 0) and against its being in scope
 */
public record Explanation(
        Understanding understanding,
        String head,
        String read,
        boolean wordsAlone,
        double inScope,
        double threshold,
        List<WordShare> words,
        List<NearExample> nearest,
        List<Reason> reasons) {
    public Explanation {
        words = List.copyOf(words);
        nearest = List.copyOf(nearest);
        reasons = List.copyOf(reasons);
    }

    static Explanation ofNothing(Understanding understanding) {
        return new Explanation(understanding, "", "", true, 0, 0, List.of(), List.of(), List.of());
    }

    /** @param share what the best intent's lead (logarithm of odds) loses without the word; below 0: it spoke against it */
    public record WordShare(String word, double share) {}

    /** @param likeness cosine, -1..1 */
    public record NearExample(String intent, String example, double likeness) {}

    /** @param share what it adds to the logarithm of the odds of being in scope */
    public record Reason(String sign, double value, double share) {}
}
