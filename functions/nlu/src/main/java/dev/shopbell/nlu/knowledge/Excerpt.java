package dev.shopbell.nlu.knowledge;

import java.util.HashSet;
import java.util.List;

/** The sentences of a passage that answer a question: the best one, and those around it as far as they are short enough. */
final class Excerpt {
    /** As much as a person reads in a chat, and two SMS segments carry. */
    private static final int MOST_CHARACTERS = 300;
    /** What a cosine counts beside the share of the question's words. */
    private static final double MEANING = 3;

    private static final String BULLET = "•";

    private final Passage passage;
    private final String language;

    Excerpt(String language, Passage passage) {
        this.language = language;
        this.passage = passage;
    }

    /** @param likenesses cosines of what the passage encodes; empty where it is not encoded */
    String of(List<Shelf.Sought> sought, double[] likenesses) {
        if (passage.isQuestion()) {
            return String.join(" ", passage.sentences());
        }
        var terms = Terms.of(language);
        var best = -1.0;
        var bestParagraph = 0;
        var bestSentence = 0;
        var at = 0;
        for (var paragraph = 0; paragraph < passage.paragraphs().size(); paragraph++) {
            var sentences = passage.paragraphs().get(paragraph);
            for (var sentence = 0; sentence < sentences.size(); sentence++, at++) {
                var has = new HashSet<>(terms.in(sentences.get(sentence)));
                var score = sought.stream()
                                .filter(term -> has.contains(term.term()))
                                .mapToDouble(Shelf.Sought::rarity)
                                .sum()
                        / (1e-9
                                + sought.stream()
                                        .mapToDouble(Shelf.Sought::rarity)
                                        .sum());
                score += likenesses.length == 0 ? 0 : MEANING * likenesses[at];
                if (score > best) {
                    best = score;
                    bestParagraph = paragraph;
                    bestSentence = sentence;
                }
            }
        }
        return around(passage.paragraphs().get(bestParagraph), bestSentence);
    }

    /** The first sentences of the passage, for somebody who chose it by its title. */
    String beginning() {
        return passage.isQuestion()
                ? String.join(" ", passage.sentences())
                : around(passage.paragraphs().getFirst(), 0);
    }

    private static String around(List<String> sentences, int best) {
        var from = best;
        var to = best + 1;
        var length = sentences.get(best).length();
        while (true) {
            // What follows explains more often than what comes before.
            if (to < sentences.size() && length + sentences.get(to).length() < MOST_CHARACTERS) {
                length += sentences.get(to++).length() + 1;
            } else if (from > 0 && length + sentences.get(from - 1).length() < MOST_CHARACTERS) {
                length += sentences.get(--from).length() + 1;
            } else {
                return joined(sentences.subList(from, to));
            }
        }
    }

    private static String joined(List<String> sentences) {
        var text = new StringBuilder();
        for (var sentence : sentences) {
            if (!text.isEmpty()) {
                text.append(sentence.startsWith(BULLET) ? '\n' : ' ');
            }
            text.append(sentence);
        }
        return text.toString();
    }
}
