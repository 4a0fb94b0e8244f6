package dev.shopbell.nlu.knowledge;

/**
 * How signs are weighed. Which passage is best is told by a sum of what words say and what meaning says; whether it answers
 * at all, by logistic regression over the signs of the best one. Learned from the questions in {@code benchmarks/knowledge}
 * that are for that ({@code ./bot nlu evaluate-knowledge --learn} prints them), never from those that are held back.
 *
 * @param rankMeaning what a cosine of 1 counts beside words that are all found
 * @param bias of the logarithm of odds that the best passage answers
 * @param coverage the share of the question's rare words that it has
 * @param words as {@link Shelf#byWords}
 * @param meaning the cosine
 * @param threshold the probability from which on it is said: a wrong answer costs more trust than "I don't know"
 */
record Weights(double rankMeaning, double bias, double coverage, double words, double meaning, double threshold) {

    /** For a language that is encoded: its words say which passage, its meaning that there is one. */
    static final Weights WITH_MEANING = new Weights(4, -12.7, 3.5, 0, 18.8, 0.6);
    /** For the others. */
    static final Weights WORDS_ALONE = new Weights(0, -5.8, 5.2, 5.8, 0, 0.6);

    double rank(double byWords, double byMeaning) {
        return byWords + rankMeaning * byMeaning;
    }

    double support(Signs signs) {
        var odds = bias + coverage * signs.coverage() + words * signs.words() + meaning * signs.meaning();
        return 1 / (1 + Math.exp(-odds));
    }

    /** What speaks for a passage. */
    record Signs(double coverage, double words, double meaning) {}
}
