package dev.shopbell.channels.messenger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.Words;
import dev.shopbell.channels.graph.GraphApi;
import dev.shopbell.conversation.Button;
import dev.shopbell.conversation.Card;
import dev.shopbell.conversation.Link;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import java.util.List;

/**
 * Messenger's structured messages: the generic template for cards, the button template for a form.
 *
 * <p>Sources: developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/template/generic (10
 * elements, title 80, subtitle 80, 3 buttons, something besides the title) and .../template/button (text 640);
 * developers.facebook.com/docs/messenger-platform/reference/buttons (title 20, payload 1,000).
 */
final class MessengerTemplate {

    static final int BUTTONS_TEXT_LIMIT = 640;

    private static final int LINE_LIMIT = 80;
    private static final int MOST_BUTTONS = 3;
    private static final int TITLE_LIMIT = 20;
    private static final int PAYLOAD_LIMIT = 1000;

    private MessengerTemplate() {}

    static boolean canShow(List<Card> cards) {
        return cards.stream().allMatch(MessengerTemplate::canShow);
    }

    private static boolean canShow(Card card) {
        var hasMore = !card.subtitle().isBlank()
                || !card.image().isBlank()
                || !card.buttons().isEmpty();
        return hasMore
                && card.title().length() <= LINE_LIMIT
                && card.subtitle().length() <= LINE_LIMIT
                && card.buttons().size() <= MOST_BUTTONS
                && card.buttons().stream().allMatch(MessengerTemplate::canShow);
    }

    private static boolean canShow(Button button) {
        return !button.title().isBlank()
                && button.title().length() <= TITLE_LIMIT
                && !(button instanceof Option option && option.value().length() > PAYLOAD_LIMIT);
    }

    static boolean canShow(Reply.Form form) {
        return !form.url().isBlank() && canShow(new Link(form.title(), form.url()));
    }

    static ObjectNode cards(List<Card> cards) {
        var message = GraphApi.json();
        var elements = payload(message, "generic").putArray("elements");
        for (var card : cards) {
            var element = elements.addObject().put("title", card.title());
            if (!card.subtitle().isBlank()) {
                element.put("subtitle", card.subtitle());
            }
            if (!card.image().isBlank()) {
                element.put("image_url", card.image());
            }
            if (!card.buttons().isEmpty()) {
                var buttons = element.putArray("buttons");
                card.buttons().forEach(button -> write(buttons, button));
            }
        }
        return message;
    }

    /** A card that opens a map: pages cannot send a location. The button's name is the same in every language. */
    static ObjectNode place(Reply.Place place) {
        var title = place.name().isBlank() ? place.address() : place.name();
        var shown = title.isBlank() || title.length() > LINE_LIMIT ? "📍" : title;
        var address = place.address().length() > LINE_LIMIT || place.address().equals(title) ? "" : place.address();
        return cards(List.of(new Card(shown, address, "", List.of(new Link("Google Maps", Words.map(place))))));
    }

    /** Words and the button that opens the form. */
    static ObjectNode button(String text, Reply.Form form) {
        var message = GraphApi.json();
        var payload = payload(message, "button").put("text", text.isBlank() ? form.title() : text);
        write(payload.putArray("buttons"), new Link(form.title(), form.url()));
        return message;
    }

    private static ObjectNode payload(ObjectNode message, String template) {
        return message.putObject("attachment")
                .put("type", "template")
                .putObject("payload")
                .put("template_type", template);
    }

    private static void write(ArrayNode buttons, Button button) {
        switch (button) {
            case Option option ->
                buttons.addObject()
                        .put("type", "postback")
                        .put("title", option.title())
                        .put("payload", option.value());
            case Link link ->
                buttons.addObject()
                        .put("type", "web_url")
                        .put("title", link.title())
                        .put("url", link.url());
        }
    }
}
