package dev.shopbell.nlu.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts of each language that travel with the program, written for it: sentences, and the forms of the glossaries. */
final class LanguageTexts {
    /** The languages that have sentences. */
    static final List<String> LANGUAGES = List.of(
            "af", "ar", "az", "be", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "gl",
            "he", "hi", "hr", "hu", "id", "is", "it", "ja", "kk", "ko", "lt", "lv", "mk", "ms", "nb", "nl", "pl", "pt",
            "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "th", "tl", "tr", "uk", "ur", "vi", "zh");

    private static final String SENTENCES = "/dev/shopbell/nlu/language/";
    private static final String GLOSSARIES = "/dev/shopbell/nlu/gloss/";

    private LanguageTexts() {}

    /** Sentences and everyday words of a language, {@code |} between them in the file. */
    static List<String> sentences(String language) {
        var texts = new ArrayList<String>();
        for (var line : Objects.requireNonNull(
                lines(SENTENCES + language + ".txt"), "No sentences in " + language + " are in the package")) {
            texts.addAll(List.of(line.split("\\|")));
        }
        Phrases.EVERYDAY.all().stream()
                .filter(phrase -> phrase.label().equals(language))
                .forEach(phrase -> texts.add(phrase.text()));
        return texts;
    }

    /**
     * Forms of a language's words, each once, from lines of {@code english<TAB>form|form}; empty if it has no glossary. The
     * English ones are the other side of all glossaries.
     */
    static Set<String> forms(String language) {
        var forms = new LinkedHashSet<String>();
        if (language.equals("en")) {
            LANGUAGES.forEach(other -> read(other, 0, forms));
        } else {
            read(language, 1, forms);
        }
        return forms;
    }

    private static void read(String language, int column, Set<String> forms) {
        var lines = lines(GLOSSARIES + language + ".txt");
        if (lines == null) {
            return;
        }
        for (var line : lines) {
            var cells = line.split("\t", -1);
            if (!line.startsWith("#") && cells.length > 1) {
                forms.addAll(List.of(cells[column].split("\\|")));
            }
        }
    }

    /** Null if there is no such resource. */
    private static @Nullable List<String> lines(String resource) {
        try (var stream = LanguageTexts.class.getResourceAsStream(resource)) {
            if (stream == null) {
                return null;
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
