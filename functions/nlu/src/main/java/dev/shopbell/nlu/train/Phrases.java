package dev.shopbell.nlu.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Phrases that travel with the program: lines of {@code language<TAB>phrase|phrase|…}, {@code #} for a comment. */
enum Phrases {
    /** Everyday words, to tell languages apart. */
    EVERYDAY("phrases.txt"),
    /** What people ask although no shop can answer it, to tell what is out of scope. */
    ELSEWHERE("elsewhere.txt");

    private final String resource;

    Phrases(String resource) {
        this.resource = resource;
    }

    /** The phrases, each labelled with its language. */
    List<Example> all() {
        var rows = new ArrayList<Example>();
        var stream = Objects.requireNonNull(
                Phrases.class.getResourceAsStream(resource), resource + " is missing in the package");
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    var tab = line.indexOf('\t');
                    for (var phrase : line.substring(tab + 1).split("\\|", -1)) {
                        rows.add(new Example(phrase, line.substring(0, tab)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
