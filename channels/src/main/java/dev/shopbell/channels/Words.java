package dev.shopbell.channels;

import dev.shopbell.conversation.Card;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text on its way in and out. */
public final class Words {

    private Words() {}

    /**
     * Leaves out what neither a queue nor a database takes: NUL and other control characters but tab and line breaks, half
     * surrogates, and the two non-characters. Source: Amazon SQS API reference, SendMessage, "MessageBody".
     */
    public static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().filter(Words::isSendable).forEach(clean::appendCodePoint);
        return clean.length() == text.length() ? text : clean.toString();
    }

    private static boolean isSendable(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= 0x20 && codePoint <= 0xD7FF)
                || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
                || codePoint >= 0x10000;
    }

    /**
     * As it may be said: every kind of line break is a newline, tabs stay, other control characters and half surrogates are left out.
     * A word processor's line break (U+000B) is not in the GSM alphabet, so that an SMS of 160 characters would take three segments for
     * it; U+0000 is of use to nobody.
     */
    public static String outgoing(String text) {
        if (text.codePoints().noneMatch(Words::isChanged)) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(character -> {
            if (isLineBreak(character)) {
                plain.append('\n');
            } else if (!isChanged(character)) {
                plain.appendCodePoint(character);
            }
        });
        return plain.toString();
    }

    private static boolean isLineBreak(int character) {
        return switch (character) {
            case '\n', '\u000B', '\f', '\r', '\u0085', '\u2028', '\u2029' -> true;
            default -> false;
        };
    }

    private static boolean isChanged(int character) {
        return character != '\n'
                && character != '\t'
                && (isLineBreak(character) || Character.isISOControl(character) || !isSendable(character));
    }

    /** All that a reply says, in words alone: for channels that draw nothing, and for what cannot be drawn. */
    public static String said(Reply reply) {
        return outgoing(inWords(reply));
    }

    private static String inWords(Reply reply) {
        return switch (reply) {
            case Reply.Text text -> text.text();
            case Reply.Template template -> inWords(template.inOwnWords());
            case Reply.Choices choices -> numbered(new StringBuilder(choices.text()), choices.options(), 0);
            case Reply.Cards cards -> cards(cards);
            case Reply.Media media -> lines(media.text(), labelled(media.name(), media.url()));
            case Reply.Place place -> lines(place.text(), place.name(), place.address(), map(place));
            case Reply.Form form -> lines(form.text(), form.url().isEmpty() ? "" : labelled(form.title(), form.url()));
        };
    }

    /**
     * Where the place is shown on a map. Source: developers.google.com/maps/documentation/urls/get-started, "Search".
     */
    public static String map(Reply.Place place) {
        return "https://www.google.com/maps/search/?api=1&query=" + place.latitude() + "," + place.longitude();
    }

    /** A card in words, without what can be chosen on it. */
    public static String said(Card card) {
        var lines = new ArrayList<String>();
        lines.add(labelled(card.title(), card.subtitle()));
        card.links().forEach(link -> lines.add(labelled(link.title(), link.url())));
        return lines(lines.toArray(String[]::new));
    }

    private static String cards(Reply.Cards cards) {
        var text = new StringBuilder(cards.text());
        var number = 0;
        for (var card : cards.cards()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(said(card));
            numbered(text, card.options(), number);
            number += card.options().size();
        }
        return text.toString();
    }

    private static String numbered(StringBuilder text, List<Option> options, int before) {
        var number = before;
        for (var option : options) {
            number++;
            text.append('\n').append(number).append(". ").append(option.title());
        }
        return text.toString();
    }

    private static String labelled(String label, String what) {
        return label.isBlank() ? what : what.isBlank() ? label : label + ": " + what;
    }

    private static String lines(String... lines) {
        return Stream.of(lines).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    /** As it may be said, in parts of at most so many UTF-16 units: {@link TextParts}. */
    public static List<String> split(String text, int limit) {
        return TextParts.of(outgoing(text), limit);
    }
}
