package dev.shopbell.conversation;

import java.util.List;

/** What to say, freed of channel dialect; each channel writes it as well as it can. */
public sealed interface Reply {

    /** The words. Every reply has some: what a channel cannot draw, it can still say. */
    String text();

    /** The same reply in other words. */
    Reply withText(String text);

    /** Plain words. */
    record Text(String text) implements Reply {
        @Override
        public Text withText(String other) {
            return new Text(other);
        }
    }

    /**
     * Words and something to choose.
     *
     * @param options 1 or more, in the order to show
     */
    record Choices(String text, List<Option> options) implements Reply {
        public Choices {
            options = List.copyOf(options);
            if (options.isEmpty()) {
                throw new IllegalArgumentException("Choices need at least one option");
            }
        }

        @Override
        public Choices withText(String other) {
            return new Choices(other, options);
        }
    }

    /**
     * Words and cards under them: one by itself, several to leaf through.
     *
     * @param cards 1 to 10
     */
    record Cards(String text, List<Card> cards) implements Reply {
        /** As many as any platform shows in one carousel. */
        public static final int MOST = 10;

        public Cards {
            cards = List.copyOf(cards);
            if (cards.isEmpty() || cards.size() > MOST) {
                throw new IllegalArgumentException("There are 1 to " + MOST + " cards in a reply");
            }
        }

        @Override
        public Cards withText(String other) {
            return new Cards(other, cards);
        }
    }

    /**
     * A picture, a film, a sound or a file.
     *
     * @param text the caption
     * @param url https address from which the platform, or the person, fetches it
     * @param name what a file is called; empty if it does not matter
     */
    record Media(String text, MediaKind kind, String url, String name) implements Reply {
        @Override
        public Media withText(String other) {
            return new Media(other, kind, url, name);
        }
    }

    /**
     * A place on the map.
     *
     * @param latitude decimal degrees, -90 to 90
     * @param longitude decimal degrees, -180 to 180
     * @param name empty if it has none
     * @param address empty if it has none
     */
    record Place(String text, double latitude, double longitude, String name, String address) implements Reply {
        @Override
        public Place withText(String other) {
            return new Place(other, latitude, longitude, name, address);
        }
    }

    /**
     * A message that the platform approved beforehand: what may be said where free words may not.
     *
     * @param text what its body reads, for other channels and for the transcript
     * @param name as registered with the platform
     * @param language as registered: {@code en}, {@code es_MX}
     */
    record Template(String text, String name, String language, TemplateFields fields) implements Reply {

        /** @param words what is filled in for {@code {{1}}}, {@code {{2}}}… */
        public Template(String text, String name, String language, List<String> words) {
            this(text, name, language, TemplateFields.of(words));
        }

        @Override
        public Template withText(String other) {
            return new Template(other, name, language, fields);
        }

        /** The same in words of our own, for channels that have no such templates. */
        public Reply inOwnWords() {
            return TemplateInWords.of(this);
        }
    }

    /**
     * A form to fill in: inside the chat where the platform has forms, elsewhere on a page.
     *
     * @param id WhatsApp's id of the Flow; empty if there is none
     * @param title of the button that opens it
     * @param url https address of the same form as a page; empty if there is none
     */
    record Form(String text, String id, String title, String url) implements Reply {
        @Override
        public Form withText(String other) {
            return new Form(other, id, title, url);
        }
    }

    /** What can be chosen, on cards as well; empty where nothing can. Numbers that are typed count in this order. */
    default List<Option> choices() {
        return switch (this) {
            case Choices some -> some.options();
            case Cards some ->
                some.cards().stream().flatMap(card -> card.options().stream()).toList();
            case Text ignored -> List.of();
            case Media ignored -> List.of();
            case Place ignored -> List.of();
            case Template some -> TemplateInWords.answers(some);
            case Form ignored -> List.of();
        };
    }
}
