package dev.shopbell.nlu.mood;

import dev.shopbell.nlu.mood.MoodWord.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mood by words and a few rules: a negator up to three words before turns a word round ("not bad" is mildly good);
 * "very" and capitals raise what follows, "a bit" lowers it; what comes after "but" counts more than what came before;
 * exclamation marks and shouting make angry words angrier; "no rush" takes urgency back. Irony is not understood.
 */
final class MoodReader {
    private static final int MOST_CHARACTERS = 2_000;
    private static final int LETTERS_TO_SHOUT = 8;
    private static final int NEGATION_REACH = 3;
    private static final double STRONG = 0.6;

    private final MoodWords lexicon;
    private final List<Said> said;
    private final List<String> words;
    private double positive;
    private double negative;
    private double calm = 1;
    private double unhurried = 1;
    private double evidence;
    private boolean noRush;
    private boolean polite;

    private MoodReader(MoodWords lexicon, List<Said> said) {
        this.lexicon = lexicon;
        this.said = said;
        this.words = said.stream().map(Said::word).toList();
    }

    static Mood read(String text, String language) {
        var read = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        var said = Said.words(read);
        @Nullable MoodReader best = null;
        for (var lexicon : MoodWords.ALL) {
            if (lexicon.isOf(language)) {
                var own = new MoodReader(lexicon, said);
                own.readAll();
                best = own;
                break;
            }
        }
        if (best == null || best.evidence == 0) {
            var other = mostTelling(said);
            // A strong word of another language shines through; a weak one is an accident.
            best = best == null || other.evidence >= STRONG ? other : best;
        }
        return best.mood(read);
    }

    private static MoodReader mostTelling(List<Said> said) {
        var best = new MoodReader(MoodWords.ALL.getFirst(), said);
        best.readAll();
        for (var lexicon : MoodWords.ALL.subList(1, MoodWords.ALL.size())) {
            var other = new MoodReader(lexicon, said);
            other.readAll();
            if (other.evidence > best.evidence) {
                best = other;
            }
        }
        return best;
    }

    private void readAll() {
        for (var at = 0; at < words.size(); ) {
            var found = lexicon.at(words, at);
            var length = 1;
            for (var word : found) {
                if (word.words().size() < length) {
                    break;
                }
                length = word.words().size();
                if (word.kind() == Kind.NOTHING) {
                    break;
                }
                take(word, at);
            }
            at += length;
        }
    }

    private void take(MoodWord word, int at) {
        var negated = isNegated(at);
        var force = force(at);
        switch (word.kind()) {
            case POSITIVE -> {
                evidence += word.weight();
                if (negated) {
                    negative += 0.7 * word.weight() * force;
                } else {
                    positive += word.weight() * force;
                }
            }
            case NEGATIVE -> {
                evidence += word.weight();
                if (negated) {
                    positive += 0.5 * word.weight();
                } else {
                    negative += word.weight() * force;
                    calm *= 1 - 0.2 * word.weight();
                }
            }
            case ANGER -> {
                evidence += word.weight();
                if (!negated) {
                    calm *= 1 - Math.min(0.95, word.weight() * Math.max(1, Math.min(force, 1.2)));
                    negative += word.weight() * force;
                }
            }
            case URGENT -> {
                evidence += word.weight() / 2;
                if (!negated) {
                    unhurried *= 1 - word.weight();
                }
            }
            case CALM -> {
                noRush = true;
                evidence += 0.5;
            }
            case POLITE -> {
                polite = true;
                evidence += 0.05;
            }
            case BUT -> {
                positive *= 0.5;
                negative *= 0.7;
            }
            case NEGATOR, INTENSIFIER, NOTHING -> {
                // They count through their neighbours.
            }
        }
    }

    private boolean isNegated(int at) {
        for (var before = at - 1; before >= Math.max(0, at - NEGATION_REACH); before--) {
            if (said.get(before).clause() != said.get(at).clause()) {
                return false;
            }
            if (lexicon.at(words, before).stream().anyMatch(word -> word.kind() == Kind.NEGATOR)) {
                return true;
            }
        }
        return false;
    }

    private double force(int at) {
        var force = said.get(at).shouted() ? 1.2 : 1.0;
        if (at > 0) {
            for (var word : lexicon.at(words, at - 1)) {
                force *= word.kind() == Kind.INTENSIFIER ? word.weight() : 1;
            }
        }
        return force;
    }

    private Mood mood(String text) {
        var marks = text.chars().filter(c -> c == '!').count();
        var shouting = shouts(text);
        var sum = (positive - negative) * (marks > 0 ? 1.15 : 1);
        var furious = calm;
        var pressing = unhurried;
        if (shouting) {
            furious *= 0.65;
            pressing *= 0.85;
        }
        if (marks >= 3) {
            furious *= 0.75;
            pressing *= 0.85;
        }
        if (text.contains("???")) {
            furious *= 0.9;
            pressing *= 0.85;
        }
        if (polite && furious > 0.3) {
            furious = Math.min(1, furious * 1.1);
        }
        var urgency = noRush ? 0.1 * (1 - pressing) : 1 - pressing;
        return new Mood(rounded(sum / Math.sqrt(sum * sum + 0.5)), rounded(urgency), rounded(1 - furious));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static boolean shouts(String text) {
        var upper = text.chars().filter(Character::isUpperCase).count();
        var lower = text.chars().filter(Character::isLowerCase).count();
        return upper >= LETTERS_TO_SHOUT && upper > 3 * lower && text.trim().indexOf(' ') > 0;
    }
}
