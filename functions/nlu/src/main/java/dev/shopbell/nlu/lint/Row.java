package dev.shopbell.nlu.lint;

import dev.shopbell.nlu.text.Word;
import dev.shopbell.nlu.text.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An example and where it stands.
 *
 * @param line from 1
 * @param language BCP 47; empty if it is not known
 */
public record Row(Path file, int line, String text, String intent, String language) {

    /** Its words without accents, case or punctuation; digits count by their number. */
    List<String> words() {
        return Words.of(text).stream().map(Word::folded).toList();
    }

    /** What two examples have in common that the understanding can hardly tell apart; the text itself if it has no words. */
    String folded() {
        var folded = words().stream().collect(Collectors.joining(" "));
        return folded.isEmpty() ? text.strip() : folded;
    }

    /** {@code file:line}. */
    String place() {
        return file + ":" + line;
    }
}
