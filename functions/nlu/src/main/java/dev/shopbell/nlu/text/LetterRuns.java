package dev.shopbell.nlu.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into runs of letters, to tell its language: unlike {@link Words}, a run may be Han or kana. */
public final class LetterRuns {
    /** Longer runs are no words; the rest says nothing new. */
    private static final int LONGEST = 30;

    private LetterRuns() {}

    /**
     * A run of letters.
     *
     * @param lower in lower case
     * @param name whether it may be a name: written with a capital inside a text that is not all capitals
     */
    public record LetterRun(String lower, boolean name) {}

    /** The runs in order; empty if there are no letters. */
    public static List<LetterRun> of(String text) {
        var end = Math.min(text.length(), Words.MOST_CHARACTERS);
        var shouted = text.codePoints().noneMatch(Character::isLowerCase);
        var runs = new ArrayList<LetterRun>();
        var at = 0;
        while (at < end) {
            var from = at;
            while (at < end && isLetter(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            if (at > from) {
                var name = !runs.isEmpty() && !shouted && Character.isUpperCase(text.codePointAt(from));
                var run = text.substring(from, Math.min(at, from + LONGEST));
                runs.add(new LetterRun(run.toLowerCase(Locale.ROOT), name));
            } else {
                at += Character.charCount(text.codePointAt(at));
            }
        }
        return runs;
    }

    private static boolean isLetter(int c) {
        var type = Character.getType(c);
        return Character.isLetter(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
