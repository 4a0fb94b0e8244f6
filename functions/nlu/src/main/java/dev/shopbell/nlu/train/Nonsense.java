package dev.shopbell.nlu.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Texts that mean nothing, made of the letters and words of texts that mean something. */
final class Nonsense {
    /** One piece of nonsense for so many rows. */
    private static final int ROWS_PER_NONSENSE = 6;

    private Nonsense() {}

    /** By turns: words with their letters shuffled, and words drawn from many rows. */
    static List<String> like(List<Example> rows, int seed) {
        var random = new SplittableRandom(1_000L + seed);
        var result = new ArrayList<String>();
        for (var i = 0; i + 1 < rows.size(); i += ROWS_PER_NONSENSE) {
            result.add(shuffled(rows.get(i).text(), random));
        }
        return result;
    }

    private static String shuffled(String text, SplittableRandom random) {
        var letters = text.codePoints().filter(c -> !Character.isWhitespace(c)).toArray();
        for (var i = letters.length - 1; i > 0; i--) {
            var j = random.nextInt(i + 1);
            var kept = letters[i];
            letters[i] = letters[j];
            letters[j] = kept;
        }
        var out = new StringBuilder();
        for (var i = 0; i < letters.length; i++) {
            out.appendCodePoint(letters[i]);
            if (random.nextInt(6) == 0) {
                out.append(' ');
            }
        }
        return out.toString();
    }
}
