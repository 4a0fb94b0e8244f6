package dev.shopbell.nlu.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** Tells the script that a text is written in. */
public final class Scripts {
    /**
     * How many Latin letters one of another script outweighs: names, brands and titles stay Latin within other scripts, and
     * the reverse is rare.
     */
    private static final int OUTWEIGHS = 6;
    /** A Han character is half a word or a whole one. */
    private static final int HAN_OUTWEIGHS = 12;

    /** Languages that are alone, or nearly so, with their script, where nothing was learned of it. */
    private static final Map<UnicodeScript, String> ALONE = Map.ofEntries(
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.ETHIOPIC, "am"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"));

    private Scripts() {}

    /** The script of most letters; kana makes a text Japanese whatever its other letters; Latin if there are no letters. */
    public static UnicodeScript of(String text) {
        var counts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
        var best = UnicodeScript.LATIN;
        for (int at = 0, c; at < Math.min(text.length(), Words.MOST_CHARACTERS); at += Character.charCount(c)) {
            c = text.codePointAt(at);
            if (!Character.isLetter(c)) {
                continue;
            }
            var script = c < 0x250 ? UnicodeScript.LATIN : UnicodeScript.of(c);
            if (script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA) {
                return UnicodeScript.HIRAGANA;
            }
            counts.merge(script, weight(script), Integer::sum);
            if (counts.getOrDefault(script, 0) > counts.getOrDefault(best, 0)) {
                best = script;
            }
        }
        return best;
    }

    private static int weight(UnicodeScript script) {
        return switch (script) {
            case LATIN -> 1;
            case HAN -> HAN_OUTWEIGHS;
            default -> OUTWEIGHS;
        };
    }

    /** Whether a run of letters has one of the script. */
    public static boolean has(String run, UnicodeScript script) {
        return run.codePoints().anyMatch(c -> UnicodeScript.of(c) == script);
    }

    /** The language that is alone with a script, or empty. */
    public static String aloneWith(UnicodeScript script) {
        return ALONE.getOrDefault(script, "");
    }
}
