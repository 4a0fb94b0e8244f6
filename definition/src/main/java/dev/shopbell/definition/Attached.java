package dev.shopbell.definition;

import dev.shopbell.conversation.MediaKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer shows besides its words: one of these.
 *
 * @param cards 1 to 10; empty if it shows something else
 */
public record Attached(
        List<Card> cards,
        @Nullable Media media,
        @Nullable Place place,
        @Nullable Form form,
        @Nullable ApprovedTemplate template) {

    static Attached of(List<Card> cards) {
        return new Attached(cards, null, null, null, null);
    }

    static Attached of(Media media) {
        return new Attached(List.of(), media, null, null, null);
    }

    static Attached of(Place place) {
        return new Attached(List.of(), null, place, null, null);
    }

    static Attached of(Form form) {
        return new Attached(List.of(), null, null, form, null);
    }

    static Attached of(ApprovedTemplate template) {
        return new Attached(List.of(), null, null, null, template);
    }

    /**
     * A card.
     *
     * @param subtitle empty if there is none
     * @param image https address; empty if there is none
     */
    public record Card(Texts title, Texts subtitle, String image, List<Button> buttons) {}

    /**
     * A button of a card.
     *
     * @param intent the intent that it asks for; empty if it is a link
     * @param title empty for an intent, which has its own
     * @param url https address; empty if it asks for an intent
     */
    public record Button(String intent, Texts title, String url) {}

    /**
     * A picture or a file.
     *
     * @param url https address
     * @param name empty if it does not matter
     */
    public record Media(MediaKind kind, String url, Texts name) {}

    /**
     * A place on the map.
     *
     * @param name empty if there is none
     * @param address empty if there is none
     */
    public record Place(double latitude, double longitude, Texts name, Texts address) {}

    /**
     * A form to fill in.
     *
     * @param id WhatsApp's id of the Flow; empty if there is none
     * @param title of the button
     * @param url https address of the same form as a page; empty if there is none
     */
    public record Form(String id, Texts title, String url) {}
}
