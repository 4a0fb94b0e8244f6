package dev.shopbell.nlu.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that belong together and what is found in them: a range holds its two ends.
 *
 * @param start the first token
 * @param end the token after the last
 */
record Phrase(List<Find> finds, int start, int end) {
    static @Nullable Phrase ofAny(@Nullable Find find) {
        return find == null ? null : of(find);
    }

    static Phrase of(Find find) {
        return new Phrase(List.of(find), find.start(), find.end());
    }
}
