package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.Fusion;
import dev.shopbell.nlu.model.Signs;
import dev.shopbell.nlu.model.TextVector;
import java.util.Arrays;

/**
 * A row that was judged by a model which had not seen it.
 *
 * @param intents how many of the scores are intents'; one more is that of out-of-scope examples, if there is one
 * @param ofWords scores by the words
 * @param ofMeaning scores by the meaning; empty if it was not asked
 * @param nearest how near each one's nearest example is, where that was worth looking for; empty without meaning
 * @param gold index of the right intent; -1 if the row is out of scope
 */
@SuppressWarnings("ArrayRecordComponent") // inner workings: made and read in this package
record Trial(int intents, double[] ofWords, double[] ofMeaning, double[] nearest, TextVector vector, int gold) {

    boolean inScope() {
        return gold >= 0;
    }

    /** The intents' scores, fused. */
    double[] fused(Fusion fusion) {
        return Arrays.copyOf(fusion.fuse(ofWords, ofMeaning, nearest), intents);
    }

    boolean right(Fusion fusion) {
        return inScope() && best(fused(fusion)) == gold;
    }

    static int best(double[] scores) {
        var best = 0;
        for (var i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }

    /** What speaks for words alone. */
    double[] wordSigns() {
        return Signs.ofWords(
                Arrays.copyOf(ofWords, intents), intents < ofWords.length ? ofWords[intents] : Double.NaN, vector);
    }

    /** What speaks for the fused answer. */
    double[] signs(Fusion fusion) {
        var scores = fusion.fuse(ofWords, ofMeaning, nearest);
        var ofIntents = Arrays.copyOf(scores, intents);
        var outsider = intents < scores.length ? scores[intents] : Double.NaN;
        return Signs.ofBoth(ofIntents, outsider, vector, ofWords, ofMeaning, nearest);
    }
}
