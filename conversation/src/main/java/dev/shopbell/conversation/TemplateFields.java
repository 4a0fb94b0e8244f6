package dev.shopbell.conversation;

import java.util.List;
import java.util.Map;

/**
 * What is filled into an approved template, part by part. What stands in it for everybody (words, a footer, the number that a
 * button calls) is the platform's.
 *
 * @param body what is put for {@code {{1}}}, {@code {{2}}}… in this order, or by name: all have names, or none has
 * @param buttons all that the template has, in its order: the platform counts those too that are filled with nothing
 */
public record TemplateFields(Header header, List<Value> body, List<Press> buttons) {

    public static final TemplateFields NONE = new TemplateFields(new NoHeader(), List.of(), List.of());

    public TemplateFields {
        body = List.copyOf(body);
        buttons = List.copyOf(buttons);
    }

    /** A body filled by position with words, and nothing else. */
    public static TemplateFields of(List<String> words) {
        return new TemplateFields(
                new NoHeader(),
                words.stream().<Value>map(text -> new Words("", text)).toList(),
                List.of());
    }

    /** Whether it is a body filled by position with words, and nothing else. */
    public boolean arePlainWords() {
        return header instanceof NoHeader
                && buttons.isEmpty()
                && body.stream()
                        .allMatch(
                                value -> value instanceof Words && value.name().isEmpty());
    }

    /** What stands above the words. */
    public sealed interface Header permits NoHeader, Words, Picture, Spot {}

    /** Nothing above, or nothing there to fill in. */
    public record NoHeader() implements Header {}

    /**
     * A picture, a film or a document.
     *
     * @param kind not a sound
     * @param url https
     * @param name what a document is called; empty if it does not matter
     */
    public record Picture(MediaKind kind, String url, String name) implements Header {}

    /**
     * A place on the map.
     *
     * @param latitude decimal degrees
     * @param longitude decimal degrees
     */
    public record Spot(double latitude, double longitude, String name, String address) implements Header {}

    /** What is put in the place of a variable. */
    public sealed interface Value permits Words, Money, Moment {

        /** The variable's name; empty where variables are numbered. */
        String name();

        /** What the customer reads there. */
        String text();
    }

    public record Words(String name, String text) implements Value, Header {}

    /**
     * An amount, which the platform may write in its own way.
     *
     * @param text what is read where it does not
     * @param currency ISO 4217
     * @param thousandths of the currency's unit: 1 000 is one euro
     */
    public record Money(String name, String text, String currency, long thousandths) implements Value {}

    /** A date or time. */
    public record Moment(String name, String text) implements Value {}

    /** A button. */
    public sealed interface Press permits Answer, Page, Code, Flow, Call {}

    /**
     * Sends an answer: a quick reply.
     *
     * @param option its value comes back when it is pressed; without one, its title does
     */
    public record Answer(Option option) implements Press {

        /** What comes back, and what the customer reads. */
        Option said() {
            return option.value().isEmpty() ? new Option(option.title(), option.title()) : option;
        }
    }

    /**
     * Opens a page.
     *
     * @param url as registered with the template, without what is put after it
     * @param suffix put after the address; empty if it is the same for everybody
     */
    public record Page(String title, String url, String suffix) implements Press {

        /** The page that opens. */
        public Link link() {
            return new Link(title, url + suffix);
        }
    }

    /** Copies a code, for a shop to take something off. */
    public record Code(String code) implements Press {}

    /**
     * Opens a form of WhatsApp's.
     *
     * @param token comes back with the form; empty for the reply's id
     * @param data what the first screen shows, by name
     */
    public record Flow(String title, String token, Map<String, String> data) implements Press {
        public Flow {
            data = Map.copyOf(data);
        }
    }

    /** Calls the number that is registered with the template. */
    public record Call(String title, String phone) implements Press {}
}
