package dev.shopbell.nlu.exchange;

import dev.shopbell.definition.Phrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What every bot must be able to say of itself, in the languages that an imported bot begins with. */
final class Starter {
    private static final String FILE = "starter.yaml";
    /** Stands in where a language is not among the written ones. */
    private static final String FALLBACK = "en";

    private final Tree languages;

    private Starter(Tree languages) {
        this.languages = languages;
    }

    static Starter load() {
        try (var stream =
                Objects.requireNonNull(Starter.class.getResourceAsStream(FILE), FILE + " is missing in the package")) {
            return new Starter(TreeReader.yaml(FILE, new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean speaks(String language) {
        return languages.at(language).isPresent();
    }

    private Tree in(String language) {
        return languages.at(speaks(language) ? language : FALLBACK);
    }

    /**
     * The bot's phrases, by key, with the business' name in them.
     *
     * @param givesCodes whether an answer has a code, which takes the phrases around it
     */
    Map<String, String> phrases(String language, String business, boolean givesCodes) {
        var phrases = new LinkedHashMap<String, String>();
        Arrays.stream(Phrase.values())
                .filter(phrase -> givesCodes || !phrase.isOptional())
                .forEach(phrase -> phrases.put(
                        phrase.key(), in(language).at(phrase.key()).text().replace("{name}", business)));
        return phrases;
    }

    /** What is said where the other product had no answer in words. */
    String noAnswer(String language) {
        return in(language).at("no_answer").text();
    }

    /** How customers ask for a person. */
    List<String> personExamples(String language) {
        return in(language).at("person_examples").items().stream()
                .map(Tree::text)
                .toList();
    }

    /** Ways to say the same with a few words around it, to fill up what has too few examples. */
    List<String> around(String language, String example) {
        return in(language).at("around").items().stream()
                .map(way -> way.text().replace("{}", example))
                .toList();
    }
}
