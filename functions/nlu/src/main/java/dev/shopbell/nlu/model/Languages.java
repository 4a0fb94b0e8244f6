package dev.shopbell.nlu.model;

import dev.shopbell.nlu.text.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the language of words.
 *
 * @param classifier its labels are BCP 47 languages
 * @param sharpness as in {@link IntentHead}
 */
public record Languages(Classifier classifier, double sharpness) {
    /** How much likelier the language known so far is than any other, before a word is read. */
    private static final double LOCALE_PRIOR = 4;

    private static final double LEAST_KNOWN = 0.25;
    private static final double LEAST_PROBABILITY = 0.4;

    /**
     * Guesses.
     *
     * @param locale the language known so far; empty if none
     */
    public Guess guess(List<Word> words, String locale) {
        var vector = classifier.vector(words);
        var scores = classifier.scores(vector);
        var known = languageOf(locale);
        var probabilities = new LinkedHashMap<String, Double>();
        var sum = 0.0;
        for (var i = 0; i < scores.length; i++) {
            var language = classifier.labels().get(i);
            var weight = Math.exp(sharpness * scores[i]) * (language.equals(known) ? LOCALE_PRIOR : 1);
            probabilities.put(language, weight);
            sum += weight;
        }
        var best = "";
        for (var entry : probabilities.entrySet()) {
            entry.setValue(entry.getValue() / sum);
            if (best.isEmpty() || entry.getValue() > probabilities.getOrDefault(best, 0.0)) {
                best = entry.getKey();
            }
        }
        var told = vector.knownPieces() >= LEAST_KNOWN && probabilities.getOrDefault(best, 0.0) >= LEAST_PROBABILITY;
        return new Guess(probabilities, told ? best : "");
    }

    /** {@code es} of {@code es-MX} and {@code es_MX}. */
    public static String languageOf(String locale) {
        return locale.split("[-_]", 2)[0].toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * @param probabilities by language, sum 1
     * @param language the likeliest; empty if it cannot be told
     */
    public record Guess(Map<String, Double> probabilities, String language) {}
}
