package dev.shopbell.nlu.model;

import java.util.List;

/** What speaks for and against an answer, as numbers for a {@link Gate}; their scales are the same for every bot. */
public final class Signs {
    /** Places of single signs. */
    public static final int WORDS = 0;

    public static final int LEAD = 1;
    public static final int KNOWN_WORDS = 2;
    public static final int KNOWN_PIECES = 3;
    public static final int LENGTH = 4;
    public static final int OUTSIDER = 5;
    /** Only where the sentence was encoded. */
    public static final int NEAREST = 6;

    public static final int MEANING = 7;

    /** How many signs words alone give. */
    public static final int OF_WORDS = OUTSIDER + 1;
    /** How many signs there are with meaning. */
    public static final int OF_BOTH = MEANING + 1;

    private static final double NO_OUTSIDER = -1;
    private static final double ONE_INTENT = 1;

    private static final List<String> NAMES = List.of(
            "the best intent's score by the words",
            "its lead over the next",
            "share of words that the examples have",
            "share of pieces of words that they have",
            "length (logarithm of the number of words)",
            "how much it sounds like out-of-scope examples",
            "likeness of the nearest example",
            "the best intent's score by the meaning");

    private Signs() {}

    /** Which way a sign may speak: 1 only for the answer, -1 only against it, 0 either way. */
    public static int direction(int sign) {
        return switch (sign) {
            case LENGTH -> 0;
            case OUTSIDER -> -1;
            default -> 1;
        };
    }

    /** What a sign is, in words. */
    public static String words(int sign) {
        return NAMES.get(sign);
    }

    /**
     * The signs of words alone.
     *
     * @param scores of the intents, by the words
     * @param outsider score of the class of out-of-scope examples; NaN where training had none
     */
    public static double[] ofWords(double[] scores, double outsider, TextVector vector) {
        var best = IntentHead.indexOfBest(scores);
        var signs = new double[OF_WORDS];
        signs[WORDS] = scores[best];
        fill(signs, scores, best, outsider, vector);
        return signs;
    }

    /**
     * The signs of words and meaning.
     *
     * @param fused scores of the intents, fused
     * @param outsider fused score of the class of out-of-scope examples; NaN where training had none
     * @param ofWords scores by the words, as they are
     * @param ofMeaning scores by the meaning
     * @param nearest likeness of each intent's nearest example
     */
    public static double[] ofBoth(
            double[] fused,
            double outsider,
            TextVector vector,
            double[] ofWords,
            double[] ofMeaning,
            double[] nearest) {
        var best = IntentHead.indexOfBest(fused);
        var signs = new double[OF_BOTH];
        signs[WORDS] = ofWords[best];
        signs[NEAREST] = nearest[best];
        signs[MEANING] = ofMeaning[best];
        fill(signs, fused, best, outsider, vector);
        return signs;
    }

    private static void fill(double[] signs, double[] scores, int best, double outsider, TextVector vector) {
        signs[LEAD] = scores.length < 2 ? ONE_INTENT : scores[best] - next(scores, best);
        signs[KNOWN_WORDS] = vector.knownWords();
        signs[KNOWN_PIECES] = vector.knownPieces();
        signs[LENGTH] = Math.log(1.0 + vector.words());
        signs[OUTSIDER] = Double.isNaN(outsider) ? NO_OUTSIDER : outsider - Math.max(scores[best], 0);
    }

    private static double next(double[] scores, int best) {
        var next = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < scores.length; i++) {
            next = i == best ? next : Math.max(next, scores[i]);
        }
        return next;
    }
}
