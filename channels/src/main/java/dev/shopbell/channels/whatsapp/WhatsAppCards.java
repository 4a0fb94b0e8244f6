package dev.shopbell.channels.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.Words;
import dev.shopbell.channels.whatsapp.WhatsAppChoices.Row;
import dev.shopbell.conversation.Card;
import dev.shopbell.conversation.Link;
import dev.shopbell.conversation.MediaKind;
import dev.shopbell.conversation.Reply;
import java.util.ArrayList;
import java.util.List;

/**
 * Cards on WhatsApp: a carousel where the platform's rules allow one, a list where the cards are but titles to choose from, else one
 * message a card.
 *
 * <p>Source: developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-media-carousel-messages
 * (updated 21 May 2026): 2 to 10 cards, body 1,024; every card with a picture, a text of 160 characters and 2 line breaks, and
 * either one link or replies, of the same kind and number on all of them.
 */
final class WhatsAppCards {

    private static final int CARD_TEXT_LIMIT = 160;
    private static final int CARD_LINE_BREAKS = 2;
    /** The page gives no number; its example shows two. */
    private static final int MOST_REPLIES = 2;

    private WhatsAppCards() {}

    static List<ObjectNode> write(Reply.Cards reply) {
        var cards = reply.cards();
        if (cards.size() == 1) {
            return single(reply.text(), cards.getFirst());
        }
        var bodyFits = !reply.text().isBlank() && reply.text().length() <= WhatsAppChoices.BODY_LIMIT;
        if (bodyFits && canBeCarousel(cards)) {
            return WhatsAppMessage.one(carousel(reply.text(), cards));
        }
        if (bodyFits && canBeList(cards)) {
            return WhatsAppMessage.one(WhatsAppChoices.list(
                    reply.text(), cards.stream().map(WhatsAppCards::row).toList()));
        }
        // In words the numbers to type run through all cards, which one message a card could not show.
        if (!cards.stream().allMatch(WhatsAppCards::canBeMessage)) {
            return WhatsAppMessage.texts(Words.said(reply));
        }
        var contents = WhatsAppMessage.texts(reply.text());
        cards.forEach(card -> contents.addAll(single("", card)));
        return contents;
    }

    /** Words and card in one message if they fit, since each message costs; else the words go ahead. */
    private static List<ObjectNode> single(String words, Card card) {
        var body = words.isBlank() ? text(card) : words + "\n\n" + text(card);
        if (body.length() <= WhatsAppChoices.BODY_LIMIT) {
            return drawn(body, card);
        }
        var contents = WhatsAppMessage.texts(words);
        contents.addAll(drawn(text(card), card));
        return contents;
    }

    private static List<ObjectNode> drawn(String body, Card card) {
        var options = card.options();
        var links = card.links();
        var fits = body.length() <= WhatsAppChoices.BODY_LIMIT;
        if (fits && options.isEmpty() && links.size() == 1 && WhatsAppChoices.fits(links.getFirst())) {
            return WhatsAppMessage.one(WhatsAppChoices.link(body, card.image(), links.getFirst()));
        }
        var withLinks = body + linkLines(links);
        if (WhatsAppChoices.fitButtons(options) && withLinks.length() <= WhatsAppChoices.BODY_LIMIT) {
            return WhatsAppMessage.one(WhatsAppChoices.buttons(withLinks, card.image(), options));
        }
        if (options.isEmpty()) {
            return card.image().isEmpty()
                    ? WhatsAppMessage.texts(withLinks)
                    : WhatsAppMessage.media(new Reply.Media(withLinks, MediaKind.IMAGE, card.image(), ""));
        }
        var contents = new ArrayList<ObjectNode>();
        if (!card.image().isEmpty()) {
            contents.addAll(WhatsAppMessage.media(new Reply.Media("", MediaKind.IMAGE, card.image(), "")));
        }
        contents.addAll(WhatsAppChoices.write(new Reply.Choices(withLinks, options)));
        return contents;
    }

    private static String linkLines(List<Link> links) {
        var lines = new StringBuilder();
        links.forEach(
                link -> lines.append('\n').append(link.title()).append(": ").append(link.url()));
        return lines.toString();
    }

    /** The title in bold, where it has no asterisks of its own. */
    private static String text(Card card) {
        var title =
                card.title().contains("*") ? card.title() : "*" + card.title().strip() + "*";
        return card.subtitle().isBlank() ? title : title + "\n" + card.subtitle();
    }

    private static boolean canBeMessage(Card card) {
        return card.options().isEmpty() || WhatsAppChoices.fitButtons(card.options());
    }

    private static boolean canBeCarousel(List<Card> cards) {
        var first = cards.getFirst();
        var isLinked = first.options().isEmpty() && first.links().size() == 1;
        var isChosen = first.links().isEmpty()
                && !first.options().isEmpty()
                && first.options().size() <= MOST_REPLIES;
        return (isLinked || isChosen)
                && cards.stream()
                        .allMatch(
                                card -> card.options().size() == first.options().size()
                                        && card.links().size() == first.links().size()
                                        && canBeInCarousel(card));
    }

    private static boolean canBeInCarousel(Card card) {
        var text = text(card);
        return !card.image().isEmpty()
                && text.length() <= CARD_TEXT_LIMIT
                && text.chars().filter(c -> c == '\n').count() <= CARD_LINE_BREAKS
                && card.links().stream().allMatch(WhatsAppChoices::fits)
                && (card.options().isEmpty() || WhatsAppChoices.fitButtons(card.options()));
    }

    private static ObjectNode carousel(String body, List<Card> all) {
        var content = WhatsAppMessage.content("interactive");
        var interactive = content.putObject("interactive").put("type", "carousel");
        interactive.putObject("body").put("text", body);
        var cards = interactive.putObject("action").putArray("cards");
        for (var card : all) {
            var node = cards.addObject()
                    .put("card_index", cards.size() - 1)
                    .put("type", "cta_url"); // so for replies too, in the page's own example
            WhatsAppChoices.header(node, card.image());
            node.putObject("body").put("text", text(card));
            var action = node.putObject("action");
            card.links().forEach(link -> action.put("name", "cta_url")
                    .putObject("parameters")
                    .put("display_text", link.title())
                    .put("url", link.url()));
            if (!card.options().isEmpty()) {
                var buttons = action.putArray("buttons");
                card.options().forEach(option -> buttons.addObject()
                        .put("type", "quick_reply")
                        .putObject("quick_reply")
                        .put("id", option.value())
                        .put("title", option.title()));
            }
        }
        return content;
    }

    /** Without pictures, each card with one thing to choose: then a row is the card, and says what pressing it does. */
    private static boolean canBeList(List<Card> cards) {
        return cards.stream()
                        .allMatch(card -> card.image().isEmpty()
                                && card.links().isEmpty()
                                && card.options().size() == 1)
                && WhatsAppChoices.fitRows(
                        cards.stream().map(WhatsAppCards::row).toList());
    }

    private static Row row(Card card) {
        var option = card.options().getFirst();
        var does = option.title().equals(card.title()) ? "" : option.title();
        var joint = does.isBlank() || card.subtitle().isBlank() ? "" : " · ";
        return new Row(option.value(), card.title(), card.subtitle() + joint + does);
    }
}
