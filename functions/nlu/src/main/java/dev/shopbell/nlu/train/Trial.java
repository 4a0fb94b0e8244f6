package dev.shopbell.nlu.train;

import java.util.Arrays;

/**
 * A row that was judged by a model which had not seen it.
 *
 * @param scores of the intents
 * @param gold index of the right intent; -1 if the row is out of scope
 * @param signs what the gate sees
 */
@SuppressWarnings("ArrayRecordComponent") // inner workings: made and read in this package
record Trial(double[] scores, int gold, double[] signs) {

    boolean inScope() {
        return gold >= 0;
    }

    boolean right() {
        return inScope() && scores[gold] >= Arrays.stream(scores).max().orElse(0);
    }
}
