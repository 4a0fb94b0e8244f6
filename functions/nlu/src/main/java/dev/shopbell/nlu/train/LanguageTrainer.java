package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.LanguageTable;
import dev.shopbell.nlu.model.Languages;
import dev.shopbell.nlu.model.Languages.Label;
import dev.shopbell.nlu.text.Folding;
import dev.shopbell.nlu.text.Scripts;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Learns to tell languages, from the texts that travel with the program and from a bot's own examples. */
final class LanguageTrainer {
    /** Glossaries have every form once, rare or not: at most so many times the letters of a language's sentences count. */
    private static final double GLOSSARYS_SHARE = 4;

    private static final double MOST_OF_A_FORM = 1;
    /** People leave accents out; half as often as they write them. */
    private static final double WITHOUT_ACCENTS = 0.4;
    /** A language whose words are for the most part also another's that has no glossary. */
    private static final Map<String, String> SHARES_WORDS_WITH = Map.of("hr", "sr");

    private static final double SHARED = 0.5;
    /** A script that has less of a language's letters than this is that of borrowed words. */
    private static final double LEAST_OF_A_SCRIPT = 0.05;
    /**
     * Logarithms of how much more, or less, is written in these languages than in others; rough, for close calls. Least likely
     * are those that look like one that is written far more: what both say is taken for the other.
     */
    private static final Map<String, Float> COMMON = Map.ofEntries(
            Map.entry("en", 1.5f),
            Map.entry("es", 0.8f),
            Map.entry("fr", 0.5f),
            Map.entry("de", 0.5f),
            Map.entry("pt", 0.5f),
            Map.entry("it", 0.5f),
            Map.entry("ru", 0.5f),
            Map.entry("zh", 0.5f),
            Map.entry("sr", 0.1f),
            Map.entry("ca", -1.5f),
            Map.entry("sl", -0.5f),
            Map.entry("et", -2.5f),
            Map.entry("eu", -2.5f),
            Map.entry("is", -2.5f),
            Map.entry("lt", -2.5f),
            Map.entry("lv", -2.5f),
            Map.entry("sq", -2.5f),
            Map.entry("sw", -2.5f),
            Map.entry("tl", -2.5f),
            Map.entry("ur", -2.5f),
            Map.entry("af", -4.5f),
            Map.entry("az", -4.5f),
            Map.entry("be", -4.5f),
            Map.entry("gl", -4.5f),
            Map.entry("mk", -4.5f),
            Map.entry("ms", -4.5f));
    /** The same for the bot's own languages, however little is written in them elsewhere. */
    private static final float OWN = 1.5f;

    private static final Comparator<Map.Entry<String, UnicodeScript>> ORDER =
            Map.Entry.<String, UnicodeScript>comparingByKey().thenComparing(Map.Entry.comparingByValue());

    private final TreeMap<Map.Entry<String, UnicodeScript>, SpellingCounts> counts = new TreeMap<>(ORDER);

    private LanguageTrainer() {}

    /**
     * Learns.
     *
     * @param own examples of the bot, by language
     */
    static Languages train(Map<String, List<String>> own) {
        var trainer = new LanguageTrainer();
        var named = own.containsKey("no") && !own.containsKey("nb") ? Map.of("nb", "no") : Map.<String, String>of();
        for (var language : LanguageTexts.LANGUAGES) {
            trainer.learn(named.getOrDefault(language, language), language);
        }
        own.forEach((language, texts) -> texts.forEach(text -> trainer.count(language, text, 1)));
        trainer.dropBorrowedScripts();
        return trainer.languages(own);
    }

    private void learn(String label, String language) {
        var sentences = LanguageTexts.sentences(language);
        for (var text : sentences) {
            count(label, text, 1);
            var folded = Folding.fold(text.toLowerCase(Locale.ROOT));
            if (Scripts.of(text) == UnicodeScript.LATIN && !folded.equals(text.toLowerCase(Locale.ROOT))) {
                count(label, folded, WITHOUT_ACCENTS);
            }
        }
        var written = letters(label);
        learnForms(label, LanguageTexts.forms(language), written, 1);
        var shared = SHARES_WORDS_WITH.getOrDefault(language, "");
        if (!shared.isEmpty()) {
            var forms = LanguageTexts.forms(shared).stream()
                    .filter(form -> Scripts.of(form) == UnicodeScript.LATIN)
                    .toList();
            learnForms(label, forms, written, SHARED);
        }
    }

    private void learnForms(String label, Collection<String> forms, double written, double share) {
        var letters = forms.stream().mapToInt(String::length).sum();
        var weight = share * Math.min(MOST_OF_A_FORM, GLOSSARYS_SHARE * written / Math.max(1, letters));
        forms.forEach(form -> count(label, form, weight));
    }

    private double letters(String language) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().getKey().equals(language))
                .mapToDouble(entry -> entry.getValue().letters())
                .sum();
    }

    private void count(String language, String text, double weight) {
        var script = Scripts.of(text);
        counts.computeIfAbsent(Map.entry(language, script), key -> new SpellingCounts())
                .add(text, script, weight);
    }

    private void dropBorrowedScripts() {
        var borrowed = counts.entrySet().stream()
                .filter(entry -> entry.getValue().letters()
                        < LEAST_OF_A_SCRIPT * letters(entry.getKey().getKey()))
                .map(Map.Entry::getKey)
                .toList();
        borrowed.forEach(counts::remove);
    }

    private Languages languages(Map<String, List<String>> own) {
        var labels = new ArrayList<Label>();
        var byScript = new HashMap<UnicodeScript, List<Integer>>();
        for (var key : counts.keySet()) {
            var language = key.getKey();
            var common = COMMON.getOrDefault(language, 0f);
            var prior = own.containsKey(language) ? Math.max(0, common) + OWN : common;
            byScript.computeIfAbsent(key.getValue(), script -> new ArrayList<>())
                    .add(labels.size());
            labels.add(new Label(language, key.getValue(), prior));
        }
        LanguageTable table = new LanguageGains(List.copyOf(counts.values()))
                .table(byScript.values().stream()
                        .filter(sharers -> sharers.size() > 1)
                        .toList());
        return new Languages(labels, table);
    }
}
