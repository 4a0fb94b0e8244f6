package dev.shopbell.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Understanding.Entity;
import dev.shopbell.conversation.Understanding.ScoredIntent;
import dev.shopbell.conversation.Utterance;
import java.util.ArrayList;
import java.util.List;

/**
 * What Lex's interpretations mean to the bot. They come best first; a fallback intent before the first one of the bot's says
 * that Lex is less sure of it than its own threshold asks, so that the words are out of scope and the rest are guesses.
 *
 * @see <a href="https://docs.aws.amazon.com/lexv2/latest/APIReference/API_runtime_Interpretation.html">Lex API reference,
 *     "Interpretation"</a>
 * @see <a href="https://docs.aws.amazon.com/lexv2/latest/dg/using-intent-confidence-scores.html">Lex developer guide, "Using
 *     intent confidence scores"</a>
 */
record LexAnswer(BotWords words) {

    /** Lex's own certainty where it gives no score: it came first. */
    private static final double UNSCORED = 0.5;

    Understanding read(JsonNode answer, Utterance utterance) {
        var interpretations = answer.path("interpretations");
        if (!interpretations.isArray() || interpretations.isEmpty()) {
            throw new EngineTrouble(
                    EngineTrouble.Kind.UNREADABLE,
                    "Lex answered without interpretations. Build the bot's locale, and point the alias at that version.",
                    null);
        }
        var intents = new ArrayList<ScoredIntent>();
        for (var one : interpretations) {
            words.intent(one.at("/intent/name").asText())
                    .ifPresent(name -> intents.add(new ScoredIntent(name, score(one))));
        }
        var first = interpretations.path(0);
        var outOfScope = words.intent(first.at("/intent/name").asText()).isEmpty();
        return new Understanding(
                utterance.locale(),
                intents,
                outOfScope,
                entities(first.at("/intent/slots"), utterance.text()),
                0,
                sentiment(first.path("sentimentResponse").path("sentimentScore")),
                0);
    }

    private static double score(JsonNode interpretation) {
        return Math.clamp(interpretation.at("/nluConfidence/score").asDouble(UNSCORED), 0, 1);
    }

    /** Slots that were filled, where their words stand in the text. */
    private List<Entity> entities(JsonNode slots, String text) {
        var found = new ArrayList<Entity>();
        slots.properties().forEach(slot -> {
            var value = slot.getValue().path("value");
            var original = value.path("originalValue").asText();
            var start = place(original, text);
            var end = start + original.length();
            if (start >= 0) {
                found.add(new Entity(
                        words.entity(slot.getKey()),
                        text.substring(start, end),
                        value.path("interpretedValue").asText(original),
                        start,
                        end));
            }
        });
        found.sort((one, other) -> Integer.compare(one.start(), other.start()));
        return found;
    }

    /** Where the words stand, in whatever case; -1 if they do not, or are none. */
    private static int place(String words, String text) {
        for (int at = 0; !words.isEmpty() && at + words.length() <= text.length(); at++) {
            if (text.regionMatches(true, at, words, 0, words.length())) {
                return at;
            }
        }
        return -1;
    }

    /** Amazon Comprehend's, where the bot is set up to ask it: good less bad. */
    private static double sentiment(JsonNode score) {
        return Math.clamp(
                score.path("positive").asDouble() - score.path("negative").asDouble(), -1, 1);
    }
}
