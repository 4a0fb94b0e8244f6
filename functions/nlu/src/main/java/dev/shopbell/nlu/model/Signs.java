package dev.shopbell.nlu.model;

import java.util.List;

/** What speaks for and against an answer, as numbers for a {@link Gate}. */
public final class Signs {
    /** Places of single signs. */
    public static final int BEST = 0;

    public static final int MARGIN = 1;
    public static final int KNOWN_WORDS = 2;
    public static final int KNOWN_PIECES = 3;
    public static final int LENGTH = 4;
    public static final int OUTSIDER = 5;
    /** Only where the sentence was encoded. */
    public static final int NEAREST = 6;

    private static final double NO_OUTSIDER = -1;
    private static final double ONE_INTENT = 1;

    private static final List<String> WORDS = List.of(
            "the best intent's score",
            "its lead over the next",
            "share of words that the examples have",
            "share of pieces of words that they have",
            "length (logarithm of the number of words)",
            "how much it sounds like out-of-scope examples",
            "likeness of the nearest example");

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
        return WORDS.get(sign);
    }

    /**
     * The signs of words alone.
     *
     * @param scores of the intents
     * @param outsider score of the class of out-of-scope examples; NaN where training had none
     */
    public static double[] ofWords(double[] scores, double outsider, TextVector vector) {
        return signs(scores, outsider, vector, 0, OUTSIDER + 1);
    }

    /**
     * The signs of words and meaning.
     *
     * @param nearest likeness of the best intent's nearest example
     */
    public static double[] ofBoth(double[] scores, double outsider, TextVector vector, double nearest) {
        return signs(scores, outsider, vector, nearest, NEAREST + 1);
    }

    private static double[] signs(double[] scores, double outsider, TextVector vector, double nearest, int count) {
        var best = Double.NEGATIVE_INFINITY;
        var second = Double.NEGATIVE_INFINITY;
        for (var score : scores) {
            if (score > best) {
                second = best;
                best = score;
            } else {
                second = Math.max(second, score);
            }
        }
        var signs = new double[count];
        signs[BEST] = best;
        signs[MARGIN] = scores.length < 2 ? ONE_INTENT : best - second;
        signs[KNOWN_WORDS] = vector.knownWords();
        signs[KNOWN_PIECES] = vector.knownPieces();
        signs[LENGTH] = Math.log(1.0 + vector.words());
        signs[OUTSIDER] = Double.isNaN(outsider) ? NO_OUTSIDER : outsider - Math.max(best, 0);
        if (count > NEAREST) {
            signs[NEAREST] = nearest;
        }
        return signs;
    }
}
