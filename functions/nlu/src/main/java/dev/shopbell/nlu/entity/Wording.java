package dev.shopbell.nlu.entity;

import dev.shopbell.conversation.Understanding.Entity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a text in one language from its beginning to its end: dates, times, money, quantities, durations, numbers in words. */
final class Wording {
    private final Reading reading;
    private final WhenReader when;
    private final MoneyReader money;
    private final QuantityReader quantities;
    private final AddressReader addresses;
    private final Spans spans;
    private final Numerals numerals;

    Wording(Reading reading, Situation situation, String text) {
        this.numerals = new Numerals(reading);
        this.reading = reading;
        this.spans = new Spans(reading, numerals);
        this.when = new WhenReader(reading, numerals, spans, situation);
        this.money = new MoneyReader(reading, numerals, situation);
        this.addresses = new AddressReader(reading, text);
        this.quantities = new QuantityReader(reading, numerals, situation);
    }

    /** All that is found, in order. Time grows with the text's length, not faster: each place is read once, a few words on. */
    List<Phrase> read() {
        var phrases = new ArrayList<Phrase>();
        for (var at = 0; at < reading.size(); ) {
            var phrase = reading.isOpening(at) ? read(at) : Phrase.ofAny(addresses.glued(at));
            if (phrase != null) {
                phrases.add(phrase);
            }
            at = phrase == null ? at + 1 : Math.max(phrase.end(), at + 1);
        }
        return phrases;
    }

    private @Nullable Phrase read(int at) {
        var find = addresses.read(at);
        find = find != null ? find : money.read(at);
        find = find != null ? find : quantities.read(at);
        if (find != null) {
            return Phrase.of(find);
        }
        var phrase = when.read(at);
        if (phrase != null) {
            return phrase;
        }
        var span = spans.read(at, reading.isAfter(at, Kind.FOR));
        return span == null
                ? inWords(at)
                : Phrase.of(new Find(Entities.DURATION, span.iso(), span.start(), span.end()));
    }

    private @Nullable Phrase inWords(int at) {
        var number = reading.token(at).type() == Token.Type.WORD ? numerals.read(at, false) : null;
        return number == null
                ? null
                : Phrase.of(new Find(Entities.NUMBER, number.value().toPlainString(), at, number.end()));
    }

    /** A find as an entity of the text. */
    static Entity entity(Find find, String text, List<Token> tokens) {
        var start = tokens.get(find.start()).start();
        var end = tokens.get(find.end() - 1).end();
        return new Entity(find.type(), text.substring(start, end), find.value(), start, end, find.role());
    }
}
