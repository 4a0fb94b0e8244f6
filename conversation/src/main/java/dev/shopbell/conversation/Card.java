package dev.shopbell.conversation;

import java.util.List;

/**
 * A thing shown with a picture and something to press.
 *
 * @param subtitle empty if there is none
 * @param image https address of the picture; empty if there is none
 * @param buttons in the order to show; may be empty
 */
public record Card(String title, String subtitle, String image, List<Button> buttons) {

    public Card {
        buttons = List.copyOf(buttons);
        if (title.isBlank()) {
            throw new IllegalArgumentException("A card needs a title");
        }
    }

    /** What can be chosen on it. */
    public List<Option> options() {
        return buttons.stream()
                .filter(Option.class::isInstance)
                .map(Option.class::cast)
                .toList();
    }

    /** What can be opened from it. */
    public List<Link> links() {
        return buttons.stream()
                .filter(Link.class::isInstance)
                .map(Link.class::cast)
                .toList();
    }
}
