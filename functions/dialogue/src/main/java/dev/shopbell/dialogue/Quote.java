package dev.shopbell.dialogue;

import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Understanding.Passage;
import dev.shopbell.definition.Phrase;
import java.util.List;

/**
 * Says what the bot's documents say: their own words, and where they stand. What is quoted is data: nothing is filled into it,
 * whatever braces it holds.
 */
final class Quote {
    /** How such turns are counted, beside the bot's intents. */
    static final String INTENT = "knowledge";

    private static final String NAME = "{title}";
    private static final String BETWEEN_HEADINGS = " › ";

    private final Wording wording;

    Quote(Wording wording) {
        this.wording = wording;
    }

    /**
     * Answers by the first passage, and offers the others: they are as likely to be meant.
     *
     * @param passages one or more, best first
     */
    Decision answer(Memory memory, List<Passage> passages) {
        var best = passages.getFirst();
        var options = options(passages.subList(1, passages.size()));
        var words = words(best, memory.language());
        if (!options.isEmpty()) {
            words += "\n\n" + wording.phrase(Phrase.DID_YOU_MEAN, memory.language());
        }
        var next = memory.failing(0).offering(options).after("", "answered from " + best.source());
        return Decision.say(Wording.withChoices(words, options), next, Outcome.ANSWERED, INTENT, best.score());
    }

    /** The passage's words and where they stand, with the page's address if there is one. */
    String words(Passage passage, String language) {
        var cited = wording.phrase(Phrase.CITED, language);
        // A bot that was packaged before there was such a phrase still cites.
        var from =
                cited.contains(NAME) ? cited.replace(NAME, passage.title()) : (cited + " " + passage.title()).strip();
        return passage.text() + "\n\n" + from + (passage.url().isEmpty() ? "" : "\n" + passage.url());
    }

    private static List<Option> options(List<Passage> passages) {
        var distinct = passages.stream().map(Quote::lastHeading).distinct().count() == passages.size();
        return passages.stream()
                .map(p -> new Option(Wording.KNOWLEDGE + p.key(), distinct ? lastHeading(p) : p.title()))
                .toList();
    }

    private static String lastHeading(Passage passage) {
        var at = passage.title().lastIndexOf(BETWEEN_HEADINGS);
        return at < 0 ? passage.title() : passage.title().substring(at + BETWEEN_HEADINGS.length());
    }
}
