package dev.shopbell.nlu.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A question and where its answer stands.
 *
 * @param sources any of which answers it: {@code allergens.md#gluten}, a whole file, or {@code intent:prices} where an intent does
 *     in a conversation; none if nothing does
 * @param language BCP 47; empty if its words shall tell
 */
record KnownQuestion(String text, List<String> sources, String language) {
    private static final String NOWHERE = "-";

    KnownQuestion {
        sources = List.copyOf(sources);
    }

    boolean isAnswerable() {
        return !sources.isEmpty();
    }

    boolean isAnsweredBy(String source) {
        return sources.stream().anyMatch(known -> source.equals(known) || source.startsWith(known + "#"));
    }

    /**
     * Reads {@code question<TAB>source source…[<TAB>language]} lines; {@code -} is the source of what nothing answers, and lines that
     * begin with {@code #} are comments.
     *
     * @throws IOException if there is no such file, or a line is of another form; the message says which
     */
    static List<KnownQuestion> readTsv(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + file + ". Each line of it: question<TAB>source", e);
        }
        var questions = new ArrayList<KnownQuestion>();
        for (var number = 0; number < lines.size(); number++) {
            var line = lines.get(number);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var cells = line.split("\t", -1);
            if (cells.length < 2 || cells.length > 3 || cells[1].isBlank()) {
                throw new IOException(file + ":" + (number + 1) + ": Expected question<TAB>source, or - for none.");
            }
            var sources = cells[1].strip().equals(NOWHERE)
                    ? List.<String>of()
                    : Arrays.asList(cells[1].strip().split("\\s+", -1));
            questions.add(new KnownQuestion(cells[0].strip(), sources, cells.length == 3 ? cells[2].strip() : ""));
        }
        if (questions.isEmpty()) {
            throw new IOException(file + " has no questions. Each line of it: question<TAB>source");
        }
        return questions;
    }
}
