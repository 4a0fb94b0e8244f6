package dev.shopbell.nlu.mood;

import dev.shopbell.nlu.text.Folding;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How angry a text sounds, 0 (calm) to 1 (furious), by rules: English and Spanish words and phrases, each with a weight,
 * raised by capitals and exclamation marks. It knows nothing of irony, and other languages only by their shouting.
 */
public final class Anger {
    private static final int MOST_CHARACTERS = 2_000;
    private static final int LETTERS_TO_SHOUT = 8;

    private record Sign(Pattern pattern, double weight) {}

    private static final List<Sign> SIGNS = List.of(
            sign(
                    0.75,
                    "fuck\\w*|shit(?:ty)?|bullshit|assholes?|bastards?|bitch|wtf|mierda|joder|cojones|gilipollas|hijos? de puta|puta|cabron(?:es)?|imbecil(?:es)?|idiots?|idiotas?|morons?|damn you|go to hell"),
            sign(
                    0.6,
                    "unacceptable|inaceptable|disgrace(?:ful)?|outrageous|scam(?:mers?)?|estafa(?:dores)?|rip ?off|thieves|ladrones|verguenza|vergonzoso|indignante|furious|furios[oa]|livid|disgust(?:ed|ing)|asco|hate you|os odio|worst|lo peor|pesim[oa]|hart[oa]s?|fed up|sick of|sick and tired"),
            sign(
                    0.5,
                    "angry|enfadad[oa]s?|cabread[oa]s?|pissed(?: off)?|ridiculous|ridicul[oa]|terrible|horrible|awful|useless|inutil(?:es)?|pathetic|lament?able|a joke|tomadura de pelo|had enough|lawyer|abogado|sue you|denunci(?:a|ar|are|o)|refund now"),
            sign(
                    0.35,
                    "(?:second|third|fourth|fifth|2nd|3rd|4th|10th|tenth|hundredth) time|(?:segunda|tercera|cuarta|quinta) vez|how many times|cuantas veces|still waiting|sigo esperando|nobody (?:answers|replies|helps)|nadie (?:contesta|responde|ayuda)|not helping|no me ayuda[sn]?|no sirve[sn]?|stupid|estupid[oa]s?|waste of time|perdida de tiempo|never again|nunca mas|damn|what is wrong with you|disappointed|decepcionad[oa]"));

    private static final Pattern NEGATED =
            Pattern.compile("\\b(?:not|no|isn t|wasn t|never|aren t|don t|nunca|sin) (?:\\w+ )?$");

    private Anger() {}

    private static Sign sign(double weight, String words) {
        return new Sign(Pattern.compile("\\b(?:" + words + ")\\b"), weight);
    }

    /** The anger in a text; every further sign adds to what is missing to 1. */
    public static double of(String text) {
        var read = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        var plain =
                Folding.fold(read.toLowerCase(Locale.ROOT)).replace('\'', ' ').replace('’', ' ');
        var calm = 1.0;
        for (var sign : SIGNS) {
            var match = sign.pattern().matcher(plain);
            while (match.find()) {
                if (!NEGATED.matcher(plain.substring(Math.max(0, match.start() - 20), match.start()))
                        .find()) {
                    calm *= 1 - sign.weight();
                }
            }
        }
        if (shouts(read)) {
            calm *= 0.65;
        }
        var marks = read.chars().filter(c -> c == '!').count();
        if (marks >= 3) {
            calm *= 0.75;
        }
        return Math.round((1 - calm) * 100) / 100.0;
    }

    private static boolean shouts(String text) {
        var upper = text.chars().filter(Character::isUpperCase).count();
        var lower = text.chars().filter(Character::isLowerCase).count();
        return upper >= LETTERS_TO_SHOUT && upper > 3 * lower && text.trim().indexOf(' ') > 0;
    }
}
