package dev.shopbell.nlu.report;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The same questions as people type them: in a hurry, without accents, dictated, shouting. */
final class Typing {
    private static final String DIMENSION = "typing";
    /** One slip in so many letters, as in careless typing on a phone. */
    private static final int LETTERS_A_SLIP = 12;

    private final List<Answered> rows;
    private final List<Integer> sample;
    private final Random random;

    Typing(List<Answered> rows, List<Integer> sample, long seed) {
        this.rows = rows;
        this.sample = sample;
        this.random = new Random(seed);
    }

    /** Only rows that are changed by it count in a group. */
    List<Group> groups() {
        return List.of(
                group("without accents", Typing::withoutAccents),
                group("all caps", text -> text.toUpperCase(Locale.ROOT)),
                group("no capitals, no punctuation (dictated)", Typing::dictated),
                group("with typos", this::withTypos),
                group("with an emoji", text -> text + " 🙏"));
    }

    private Group group(String name, UnaryOperator<String> as) {
        var variants = new ArrayList<Variant>();
        for (var row : sample) {
            var text = rows.get(row).text();
            var said = as.apply(text);
            if (!said.equals(text) && !said.isBlank()) {
                variants.add(new Variant(row, said));
            }
        }
        return new Group(DIMENSION, name, variants);
    }

    private static String withoutAccents(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036F]", "")
                .replace("ß", "ss");
    }

    private static String dictated(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Punct}¿¡…«»„“”‘’&&[^'’-]]", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Swaps, drops or doubles letters within words; the first letter of a word stays. */
    private String withTypos(String text) {
        var letters = new StringBuilder(text);
        var slips = Math.max(1, text.length() / LETTERS_A_SLIP);
        for (var slip = 0; slip < slips; slip++) {
            var places = new ArrayList<Integer>();
            for (var i = 1; i + 1 < letters.length(); i++) {
                if (isLetter(letters, i - 1) && isLetter(letters, i) && isLetter(letters, i + 1)) {
                    places.add(i);
                }
            }
            if (places.isEmpty()) {
                break;
            }
            slip(letters, places.get(random.nextInt(places.size())));
        }
        return letters.toString();
    }

    private void slip(StringBuilder letters, int at) {
        switch (random.nextInt(3)) {
            case 0 -> letters.deleteCharAt(at);
            case 1 -> letters.insert(at, letters.charAt(at));
            default -> {
                var next = letters.charAt(at + 1);
                letters.setCharAt(at + 1, letters.charAt(at));
                letters.setCharAt(at, next);
            }
        }
    }

    private static boolean isLetter(StringBuilder letters, int at) {
        return Character.isLetter(letters.charAt(at));
    }
}
