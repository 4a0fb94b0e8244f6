package dev.shopbell.nlu.model;

import dev.shopbell.nlu.text.LetterRuns;
import dev.shopbell.nlu.text.Scripts;
import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Tells the language of a text: by its script, and where several languages share that, by how often each has the text's
 * words and pieces of words.
 *
 * @param labels the languages that are told apart, once for each script they are written in
 * @param table what spelling says for each of the labels, in their order
 */
public record Languages(List<Label> labels, LanguageTable table) {
    /** How much likelier the language known so far is than any other, before a word is read. */
    private static final double LOCALE_PRIOR = 20;

    private static final double LEAST_PROBABILITY = 0.25;
    /** How likely a word is to be another language's: a title, a brand, a name. Capitals inside a text are mostly that. */
    private static final double BORROWED = 0.04;

    private static final double NAME_BORROWED = 0.4;
    /** Most of what is borrowed is English. */
    private static final String LENDER = "en";

    private static final double LENDERS_SHARE = 0.7;
    /** How much of what the lender itself says is others', in proportion to what others borrow. */
    private static final double LENDER_BORROWS = 0.3;
    /** From this far behind the best on, as logarithm, a word is another language's: whose, is all that counts. */
    private static final float NOWHERE_NEAR = 16;

    /**
     * A language in a script.
     *
     * @param language BCP 47, without a script
     * @param prior logarithm of how much likelier it is than others before a word is read
     */
    public record Label(String language, UnicodeScript script, float prior) {}

    public Languages {
        labels = List.copyOf(labels);
    }

    /**
     * Guesses.
     *
     * @param locale the language known so far; empty if none
     */
    public Guess guess(String text, String locale) {
        var script = Scripts.of(text);
        var known = languageOf(locale);
        var scores = scores(text, script);
        var candidates = new LinkedHashMap<String, Double>();
        for (var i = 0; i < scores.length; i++) {
            var label = labels.get(i);
            if (label.script() == script) {
                var prior = label.prior() + (label.language().equals(known) ? Math.log(LOCALE_PRIOR) : 0);
                candidates.put(label.language(), scores[i] + prior);
            }
        }
        if (candidates.isEmpty()) {
            var alone = Scripts.aloneWith(script);
            return alone.isEmpty() ? new Guess(Map.of(), "") : new Guess(Map.of(alone, 1.0), alone);
        }
        normalise(candidates);
        var best = candidates.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .orElseThrow();
        var told = best.getValue() >= LEAST_PROBABILITY && text.codePoints().anyMatch(Character::isLetter);
        return new Guess(candidates, told ? best.getKey() : "");
    }

    /** By label, the logarithm of how likely the text is; each word may be the label's own or borrowed. */
    private double[] scores(String text, UnicodeScript script) {
        var sums = new double[labels.size()];
        var sharers = sharers(script);
        var previous = "";
        for (var run : LetterRuns.of(text)) {
            if (script == UnicodeScript.LATIN || Scripts.has(run.lower(), script)) {
                var word = table.word(run.lower(), previous);
                add(sums, word, sharers, run.name() ? NAME_BORROWED : BORROWED);
                previous = run.lower();
            }
        }
        return sums;
    }

    /** The labels that are written in a script. */
    private int[] sharers(UnicodeScript script) {
        return IntStream.range(0, labels.size())
                .filter(i -> labels.get(i).script() == script)
                .toArray();
    }

    private void add(double[] sums, float[] word, int[] sharers, double borrowed) {
        var best = Float.NEGATIVE_INFINITY;
        for (var i : sharers) {
            best = Math.max(best, word[i]);
        }
        var likely = new double[sharers.length];
        var mean = 0.0;
        var lender = 0.0;
        for (var i = 0; i < sharers.length; i++) {
            var behind = best - word[sharers[i]];
            likely[i] = behind > NOWHERE_NEAR ? 0 : Math.exp(-behind);
            mean += likely[i] / sharers.length;
            lender = isLender(sharers[i]) ? likely[i] : lender;
        }
        var fromElsewhere = lender == 0 ? mean : LENDERS_SHARE * lender + (1 - LENDERS_SHARE) * mean;
        var far = Math.log(borrowed * fromElsewhere);
        for (var i = 0; i < sharers.length; i++) {
            var elsewhere = isLender(sharers[i]) ? LENDER_BORROWS * mean : fromElsewhere;
            sums[sharers[i]] += likely[i] == 0 && !isLender(sharers[i])
                    ? far
                    : Math.log((1 - borrowed) * likely[i] + borrowed * elsewhere);
        }
    }

    private boolean isLender(int label) {
        return labels.get(label).language().equals(LENDER);
    }

    private static void normalise(Map<String, Double> logarithms) {
        var best = logarithms.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        logarithms.replaceAll((language, score) -> Math.exp(score - best));
        var sum = logarithms.values().stream().mapToDouble(Double::doubleValue).sum();
        logarithms.replaceAll((language, likely) -> likely / sum);
    }

    /** {@code es} of {@code es-MX} and {@code es_MX}. */
    public static String languageOf(String locale) {
        return locale.split("[-_]", 2)[0].toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * @param probabilities by language, sum 1; empty where nothing is known of the script
     * @param language the likeliest; empty if it cannot be told
     */
    public record Guess(Map<String, Double> probabilities, String language) {}
}
