package dev.shopbell.nlu.knowledge;

import dev.shopbell.definition.Knowledge;
import dev.shopbell.nlu.text.Words;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts documents into passages, at borders of paragraphs where that is possible. A passage begins with the end of the one
 * before it, so that a sentence is never without the one that it goes on from.
 */
final class PassageCutter {
    /** A passage is about a screen of a phone; longer ones hold too many words to tell what they are about. */
    private static final int MOST_WORDS = 110;
    /** What may be said twice at a border. */
    private static final int MOST_WORDS_OF_OVERLAP = 40;

    private final String language;

    PassageCutter(String language) {
        this.language = language;
    }

    /** The passages of one language, in the order of the files. */
    List<Passage> cut(Knowledge knowledge) {
        var passages = new ArrayList<Passage>();
        for (var question : knowledge.questions()) {
            var asked = new ArrayList<String>();
            asked.add(question.question().in(language));
            asked.addAll(question.variants().getOrDefault(language, List.of()));
            var answer = List.of(List.of(question.answer().in(language)));
            passages.add(new Passage(question.source(), asked.getFirst(), question.url(), asked, answer));
        }
        for (var document : knowledge.documents()) {
            if (document.language().equals(language)) {
                document.sections().forEach(section -> cut(section, document.url(), passages));
            }
        }
        return passages;
    }

    private void cut(Knowledge.Section section, String url, List<Passage> into) {
        var open = new ArrayList<List<String>>();
        for (var paragraph : section.paragraphs()) {
            for (var piece : pieces(sentences(paragraph))) {
                if (!open.isEmpty() && words(open) + count(piece) > MOST_WORDS) {
                    into.add(passage(section, url, open));
                    var last = open.getLast();
                    open.clear();
                    if (count(last) <= MOST_WORDS_OF_OVERLAP) {
                        open.add(last);
                    }
                }
                open.add(piece);
            }
        }
        if (!open.isEmpty()) {
            into.add(passage(section, url, open));
        }
    }

    private static Passage passage(Knowledge.Section section, String url, List<List<String>> paragraphs) {
        return new Passage(section.source(), section.title(), url, List.of(), paragraphs);
    }

    /** A paragraph that is too long by itself, cut between sentences; the last sentence is said again. */
    private static List<List<String>> pieces(List<String> sentences) {
        var pieces = new ArrayList<List<String>>();
        var open = new ArrayList<String>();
        for (var sentence : sentences) {
            if (!open.isEmpty() && count(open) + count(List.of(sentence)) > MOST_WORDS) {
                pieces.add(List.copyOf(open));
                var last = open.getLast();
                open.clear();
                if (count(List.of(last)) <= MOST_WORDS_OF_OVERLAP) {
                    open.add(last);
                }
            }
            open.add(sentence);
        }
        pieces.add(List.copyOf(open));
        return pieces;
    }

    /** Lines of a list are sentences; within a line, sentences end where the language's rules say. */
    List<String> sentences(String paragraph) {
        var sentences = new ArrayList<String>();
        for (var line : paragraph.split("\n", -1)) {
            var borders = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
            borders.setText(line);
            var from = 0;
            for (var to = borders.next(); to != BreakIterator.DONE; to = borders.next()) {
                var sentence = line.substring(from, to).strip();
                if (!sentence.isEmpty()) {
                    sentences.add(sentence);
                }
                from = to;
            }
        }
        return sentences;
    }

    private static int words(List<List<String>> paragraphs) {
        return paragraphs.stream().mapToInt(PassageCutter::count).sum();
    }

    private static int count(List<String> sentences) {
        return sentences.stream().mapToInt(s -> Words.of(s).size()).sum();
    }
}
