package dev.shopbell.nlu.train;

import java.util.List;

/** How good examples are for one another. */
public final class HeldOut {
    private HeldOut() {}

    /**
     * The share of examples that the others understand rightly, 0..1, rounded to thousandths. In each fold some intents are
     * left out, so that this is a little kinder than life.
     */
    public static double accuracy(List<Example> examples) {
        var trials = new CrossValidation(new ClassifierTrainer(false)).run(examples);
        var inside = trials.stream().filter(Trial::inScope).count();
        var right = trials.stream().filter(Trial::right).count();
        return inside == 0 ? 0 : Math.round(1000.0 * right / inside) / 1000.0;
    }
}
