package dev.shopbell.nlu.entity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads postal addresses as far as honest: a street and a house number that stand together, and the postal code and town
 * right after them. "Calle Mayor 5, 28013 Madrid", "221b Baker Street", "12 rue de la Paix, 75002 Paris", "Hauptstraße 7".
 * Whether there is such a street is not asked; a flat, a floor or a region are not read.
 */
final class AddressReader {
    private static final int MOST_NAME_WORDS = 5;
    private static final int LONGEST_NUMBER = 5;
    private static final int MOST_TOWN_WORDS = 3;
    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "la", "las", "los", "el", "du", "des", "le", "l", "d", "da", "do", "dos", "della", "di", "dei",
            "san", "santa", "st");
    private static final Set<String> NUMBER_WORDS = Set.of("n", "no", "num", "numero", "nr", "nº", "numéro");

    private final Reading reading;
    private final String text;

    AddressReader(Reading reading, String text) {
        this.reading = reading;
        this.text = text;
    }

    @Nullable
    Find read(int at) {
        var end = streetFirst(at);
        end = end > 0 ? end : numberFirst(at);
        return end > 0 ? find(at, end) : glued(at);
    }

    private Find find(int at, int end) {
        var street = words(at, end).replace(",", "");
        var town = town(end);
        return town <= end
                ? new Find(Entities.ADDRESS, street, at, end)
                : new Find(Entities.ADDRESS, street + ", " + words(reading.skip(end, ','), town), at, town);
    }

    /** Calle Mayor, 5. */
    private int streetFirst(int at) {
        var street = reading.match(at, Kind.STREET);
        if (street == null || !street.value().startsWith("before")) {
            return -1;
        }
        var next = reading.skip(street.end(), '.');
        var named = next;
        var capital = false;
        while (named - next < MOST_NAME_WORDS && isName(named)) {
            capital |= reading.token(named).capital();
            named++;
        }
        if (named == next || (street.value().endsWith("maybe") && !capital)) {
            return -1;
        }
        var number = reading.skip(named, ',');
        if (NUMBER_WORDS.contains(reading.token(number).plain())) {
            number = reading.skip(reading.skip(number + 1, '.'), '°');
        }
        return houseNumber(number);
    }

    /** 221b Baker Street; 12 bis, rue de la Paix. */
    private int numberFirst(int at) {
        var next = houseNumber(at);
        if (next < 0) {
            return -1;
        }
        var bis = reading.token(next).plain();
        next = reading.skip(bis.equals("bis") || bis.equals("ter") ? next + 1 : next, ',');
        var street = reading.match(next, Kind.STREET);
        if (street != null && street.value().startsWith("before")) {
            var end = street.end();
            var capital = false;
            while (end - street.end() < MOST_NAME_WORDS
                    && isName(end)
                    && (reading.token(end).capital()
                            || PARTICLES.contains(reading.token(end).plain())
                            || !capital)) {
                capital |= reading.token(end).capital();
                end++;
            }
            return end > street.end() && reading.lexicon().language().equals("fr") ? end : -1;
        }
        for (var end = next; end - next < MOST_NAME_WORDS - 1; end++) {
            var after = reading.match(end, Kind.STREET);
            if (after != null && after.value().equals("after") && end > next) {
                return after.end();
            }
            if (reading.token(end).type() != Token.Type.WORD || isKnown(end)) {
                return -1;
            }
        }
        return -1;
    }

    /** Hauptstraße 7, Berliner Str. 12a. */
    @Nullable
    Find glued(int at) {
        var end = gluedEnd(at);
        return end > 0 ? find(at, end) : null;
    }

    private int gluedEnd(int at) {
        var token = reading.token(at);
        if (token.type() != Token.Type.WORD || !reading.lexicon().language().equals("de") || isKnown(at)) {
            return -1;
        }
        var next = reading.match(at + 1, Kind.STREET);
        if (next != null && next.value().equals("glued") && token.capital()) {
            return houseNumber(reading.skip(next.end(), '.'));
        }
        if (reading.lexicon().isStreet(token.plain())) {
            return houseNumber(reading.skip(at + 1, '.'));
        }
        return -1;
    }

    private boolean isName(int at) {
        var token = reading.token(at);
        return (token.type() == Token.Type.WORD
                        && (PARTICLES.contains(token.plain()) || token.capital() || !isKnown(at))
                        && !NUMBER_WORDS.contains(token.plain()))
                || (token.is('\'') && token.glued())
                || (token.is('-') && token.glued());
    }

    private boolean isKnown(int at) {
        return !reading.isSilent(at) && !reading.has(at, Kind.STREET);
    }

    /** The place after a house number with its letter; -1 if there is none. */
    private int houseNumber(int at) {
        var token = reading.token(at);
        if (token.type() != Token.Type.DIGITS
                || token.plain().length() > LONGEST_NUMBER
                || (token.glued() && reading.token(at - 1).isOneOf(".,:/-"))) {
            return -1;
        }
        var letter = reading.token(at + 1);
        if (letter.glued() && letter.isOneOf(":%€$£")) {
            return -1;
        }
        var counted = reading.has(at + 1, Kind.UNIT)
                || reading.has(at + 1, Kind.MEASURE)
                || reading.has(at + 1, Kind.CURRENCY)
                || reading.has(at + 1, Kind.COUNTED);
        if (letter.glued() && letter.type() == Token.Type.WORD) {
            return letter.plain().length() == 1 && !letter.plain().equals("h") ? at + 2 : -1;
        }
        return counted ? -1 : at + 1;
    }

    /** The place after a postal code and the town; the same place if there is none. */
    private int town(int at) {
        var code = reading.skip(at, ',');
        var digits = reading.token(code);
        var end = code;
        if (digits.type() == Token.Type.DIGITS
                && (digits.plain().length() == 4 || digits.plain().length() == 5)) {
            var portuguese = reading.token(code + 1).is('-')
                    && reading.token(code + 1).glued()
                    && reading.token(code + 2).plain().length() == 3;
            end = portuguese ? code + 3 : code + 1;
        } else {
            end = british(code);
            return end > code ? townAfter(end) : townBefore(code, at);
        }
        return townAfter(end);
    }

    private int townAfter(int code) {
        var town = reading.skip(code, ',');
        var last = townEnd(town);
        return last == town ? code : last;
    }

    /** "London NW1 6XE"; nothing without the code. */
    private int townBefore(int at, int otherwise) {
        for (var code = at + 1;
                code <= at + MOST_TOWN_WORDS && reading.token(code - 1).capital();
                code++) {
            var end = british(reading.skip(code, ','));
            if (end > reading.skip(code, ',')) {
                return end;
            }
        }
        return otherwise;
    }

    private int townEnd(int town) {
        var last = town;
        while (last - town < MOST_TOWN_WORDS && reading.token(last).capital()) {
            last++;
        }
        return last;
    }

    /** NW1 6XE, SW1A 1AA: source: gov.uk, "Postcode" in the address standard BS 7666. */
    private int british(int at) {
        var area = reading.token(at);
        if (area.type() != Token.Type.WORD
                || area.plain().length() > 2
                || !reading.token(at + 1).glued()) {
            return at;
        }
        var next = at + 2;
        if (reading.token(at + 1).type() != Token.Type.DIGITS) {
            return at;
        }
        if (reading.token(next).type() == Token.Type.WORD && reading.token(next).glued()) {
            next++;
        }
        var inward = reading.token(next).type() == Token.Type.DIGITS
                && reading.token(next).plain().length() == 1
                && reading.token(next + 1).glued()
                && reading.token(next + 1).plain().length() == 2;
        return inward ? next + 2 : at;
    }

    private String words(int start, int end) {
        return text.substring(
                        reading.token(start).start(), reading.token(end - 1).end())
                .replaceAll("\\s+", " ");
    }
}
