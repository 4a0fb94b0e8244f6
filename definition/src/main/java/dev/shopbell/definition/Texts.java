package dev.shopbell.definition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;

/**
 * The same words in the bot's languages. {@code {order.status}} and the like are replaced by facts, nothing else.
 *
 * @param byLanguage BCP 47 language to words; the validator makes sure that every language of the bot is there
 */
public record Texts(@JsonValue Map<String, String> byLanguage) {

    @JsonCreator
    public Texts {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** In that language; in any other if it is not there; empty if there are none. */
    public String in(String language) {
        var words = byLanguage.get(language);
        return words != null ? words : byLanguage.values().stream().findFirst().orElse("");
    }

    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }
}
