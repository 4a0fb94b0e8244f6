package dev.shopbell.nlu.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a document that can answer a question, or a question that is asked often with its answer.
 *
 * @param source {@code allergens.md#gluten}
 * @param title {@code Allergens › Gluten}
 * @param url https page to cite; empty if there is none
 * @param asked how it is asked, where that is known; these words are matched and never said
 * @param paragraphs per paragraph its sentences, as written; a line of a list begins with a bullet
 */
record Passage(String source, String title, String url, List<String> asked, List<List<String>> paragraphs) {
    Passage {
        asked = List.copyOf(asked);
        paragraphs = paragraphs.stream().map(List::copyOf).toList();
    }

    /** Whether it answers a known question, as a whole. */
    boolean isQuestion() {
        return !asked.isEmpty();
    }

    List<String> sentences() {
        return paragraphs.stream().flatMap(List::stream).toList();
    }

    /** The last heading, which says best what the sentences below are about. */
    String heading() {
        return title.substring(title.lastIndexOf('›') + 1).strip();
    }

    /** Everything that is encoded, in order: what is asked, then the sentences under their heading. */
    List<String> encoded() {
        var texts = new ArrayList<>(asked);
        sentences().forEach(sentence -> texts.add(isQuestion() ? sentence : heading() + ": " + sentence));
        return texts;
    }
}
