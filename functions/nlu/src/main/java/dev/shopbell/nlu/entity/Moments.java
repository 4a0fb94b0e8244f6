package dev.shopbell.nlu.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds dates, times, money, quantities and durations in the six languages of {@link Lexicon#ALL}. The language that the
 * text is in comes first; the others fill in what it left, so that "quiero un cake for tomorrow" is read to the end. Where
 * the language is unknown, the one that explains the most of the text comes first.
 */
final class Moments {
    private Moments() {}

    /** @param rank 0 is the first choice */
    record Ranked(Phrase phrase, int rank) {}

    private record InLanguage(List<Phrase> phrases, boolean own, int order) {
        int covered() {
            return phrases.stream()
                    .mapToInt(phrase -> phrase.end() - phrase.start())
                    .sum();
        }
    }

    /** @param language BCP 47; empty if unknown */
    static List<Ranked> find(String text, List<Token> tokens, String language, Situation situation) {
        var known = Lexicon.ALL.stream().anyMatch(lexicon -> isOf(lexicon, language));
        var readings = new ArrayList<InLanguage>();
        for (var lexicon : Lexicon.ALL) {
            var own = isOf(lexicon, language);
            var reading = new Reading(tokens, lexicon, own || !known);
            // Digits alone are read alike in every language: once is enough.
            if (own || reading.isTelling() || (!known && readings.isEmpty())) {
                readings.add(new InLanguage(new Wording(reading, situation, text).read(), own, readings.size()));
            }
        }
        readings.sort(Comparator.comparing((InLanguage reading) -> !reading.own())
                .thenComparing(Comparator.comparingInt(InLanguage::covered).reversed())
                .thenComparingInt(InLanguage::order));
        var ranked = new ArrayList<Ranked>();
        for (var rank = 0; rank < readings.size(); rank++) {
            for (var phrase : readings.get(rank).phrases()) {
                ranked.add(new Ranked(phrase, rank));
            }
        }
        return ranked;
    }

    private static boolean isOf(Lexicon lexicon, String language) {
        return language.equals(lexicon.language())
                || (language.length() > 2
                        && language.startsWith(lexicon.language())
                        && !Character.isLetter(language.charAt(2)));
    }
}
