package dev.shopbell.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the same words in several languages. */
final class TextsReader {

    private TextsReader() {}

    /** Words that have to be there, in every language. */
    static Texts read(YamlNode node, List<String> languages, String what) {
        if (!node.isPresent()) {
            node.problem("\"" + what + "\" is missing. Add \"" + what + ":\" with a line for each of: "
                    + String.join(", ", languages) + ".");
            return new Texts(Map.of());
        }
        return readOptional(node, languages, what);
    }

    /** Words that may be absent as a whole; if they are there, then in every language. */
    static Texts readOptional(YamlNode node, List<String> languages, String what) {
        var texts = new LinkedHashMap<String, String>();
        node.fields().forEach((language, words) -> {
            if (!languages.contains(language)) {
                words.problem("The bot does not speak \"" + language + "\"." + Nearest.hint(language, languages));
            }
            texts.put(language, words.text("These words are empty."));
        });
        if (node.isPresent()) {
            for (var language : languages) {
                if (!texts.containsKey(language)) {
                    node.problem("\"" + what + "\" has no words in \"" + language + "\". Add \"" + language + ":\".");
                }
            }
        }
        return new Texts(texts);
    }

    /** A fact of a record: one value for all languages, or one for each. */
    static Texts readFact(YamlNode node, List<String> languages) {
        if (node.isMap()) {
            return readOptional(node, languages, "this fact");
        }
        var value = node.text("This fact is empty. Write something or remove the line.");
        var texts = new LinkedHashMap<String, String>();
        languages.forEach(l -> texts.put(l, value));
        return new Texts(texts);
    }
}
