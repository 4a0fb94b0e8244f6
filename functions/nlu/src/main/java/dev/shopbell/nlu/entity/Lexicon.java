package dev.shopbell.nlu.entity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words of one language, from {@code words/LANGUAGE.txt} beside this class: lines of {@code kind [value]: phrase | …},
 * {@code #} for a comment. Accents and case do not count. {@code ~} before a phrase: only in company. {@code !}: only in a
 * text of this language.
 */
final class Lexicon {
    /** The languages that dates, times and amounts are read in. */
    static final List<Lexicon> ALL = List.of(read("en"), read("es"), read("fr"), read("de"), read("pt"), read("it"));

    /** Symbols and what is written alike everywhere. */
    private static final String SHARED = "all";

    private final String language;
    private final Map<String, List<Phrase>> phrases = new HashMap<>();
    private final List<String> endings = new ArrayList<>();

    /** @param words without accents, at least one */
    record Phrase(List<String> words, Sense sense) {}

    private Lexicon(String language) {
        this.language = language;
    }

    String language() {
        return language;
    }

    /** The numbers that words of such a kind stand for. */
    Set<Integer> numbersOf(Kind kind) {
        return phrases.values().stream()
                .flatMap(List::stream)
                .map(Phrase::sense)
                .filter(sense -> sense.kind() == kind)
                .map(Sense::number)
                .collect(Collectors.toSet());
    }

    /** Whether a word ends as streets do, where they are written in one: "Hauptstrasse". */
    boolean isStreet(String word) {
        return endings.stream().anyMatch(ending -> word.length() > ending.length() + 2 && word.endsWith(ending));
    }

    /** Whether 1,5 is one and a half: so it is but in English. */
    boolean decimalComma() {
        return !language.equals("en");
    }

    /** Phrases that begin with a word, the longest first. */
    List<Phrase> beginningWith(String word) {
        return phrases.getOrDefault(word, List.of());
    }

    private static Lexicon read(String language) {
        var lexicon = new Lexicon(language);
        lexicon.readFile(SHARED);
        lexicon.readFile(language);
        lexicon.phrases
                .values()
                .forEach(list -> list.sort(
                        Comparator.comparingInt(phrase -> -phrase.words().size())));
        return lexicon;
    }

    private void readFile(String name) {
        var resource = "words/" + name + ".txt";
        var stream = Objects.requireNonNull(
                Lexicon.class.getResourceAsStream(resource), resource + " is missing in the package");
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    readLine(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a regular expression: the words are read before the first customer is answered. */
    private static boolean isNumber(String value) {
        var digits = value.startsWith("-") ? value.substring(1) : value;
        return !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private void readLine(String line) {
        var colon = line.indexOf(": ");
        var head = line.substring(0, colon).split(" ", 2);
        var value = head.length > 1 ? head[1] : "";
        var number = isNumber(value) ? Integer.parseInt(value) : 0;
        for (var written : line.substring(colon + 2).split("\\|", -1)) {
            var phrase = written.strip();
            var weak = phrase.startsWith("~");
            var own = phrase.startsWith("!");
            var words = Token.of(weak || own ? phrase.substring(1) : phrase).stream()
                    .filter(token -> !Reading.isPassedOver(token))
                    .map(Token::plain)
                    .toList();
            if (value.equals("glued")) {
                endings.addAll(words);
            }
            phrases.computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
                    .add(new Phrase(words, new Sense(Kind.of(head[0]), value, number, weak, own)));
        }
    }
}
