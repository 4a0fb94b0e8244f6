package dev.shopbell.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.conversation.Button;
import dev.shopbell.conversation.Card;
import dev.shopbell.conversation.Link;
import dev.shopbell.conversation.MediaKind;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Replies inside a stored turn, compactly: {@code t} the words, {@code c} choices as {@code [value, title]}, and for the other
 * kinds {@code k} the kind with {@code d} what belongs to it. A kind that this version does not know reads as its words: a
 * newer version wrote it, and this one still has to show the conversation.
 */
final class ReplyJson {

    private ReplyJson() {}

    static ArrayNode write(List<Reply> replies) {
        var list = Json.array();
        replies.forEach(reply -> write(list.addObject().put("t", reply.text()), reply));
        return list;
    }

    private static void write(ObjectNode node, Reply reply) {
        switch (reply) {
            case Reply.Text ignored -> {
                // The words are all there is.
            }
            case Reply.Choices choices -> {
                var options = node.putArray("c");
                choices.options().forEach(o -> options.addArray().add(o.value()).add(o.title()));
            }
            case Reply.Cards cards -> {
                var list = node.put("k", "cards").putArray("d");
                cards.cards().forEach(card -> write(list.addObject(), card));
            }
            case Reply.Media media ->
                node.put("k", "media")
                        .putArray("d")
                        .add(media.kind().name())
                        .add(media.url())
                        .add(media.name());
            case Reply.Place place ->
                node.put("k", "place")
                        .putArray("d")
                        .add(place.latitude())
                        .add(place.longitude())
                        .add(place.name())
                        .add(place.address());
            case Reply.Template template -> TemplateJson.write(node, template);
            case Reply.Form form ->
                node.put("k", "form")
                        .putArray("d")
                        .add(form.id())
                        .add(form.title())
                        .add(form.url());
        }
    }

    private static void write(ObjectNode node, Card card) {
        node.put("t", card.title());
        if (!card.subtitle().isEmpty()) {
            node.put("s", card.subtitle());
        }
        if (!card.image().isEmpty()) {
            node.put("i", card.image());
        }
        if (!card.buttons().isEmpty()) {
            var buttons = node.putArray("b");
            for (var button : card.buttons()) {
                switch (button) {
                    case Option option -> buttons.addArray().add(option.value()).add(option.title());
                    case Link link ->
                        buttons.addArray().add(link.url()).add(link.title()).add("url");
                }
            }
        }
    }

    static List<Reply> read(JsonNode list) {
        var replies = new ArrayList<Reply>();
        list.forEach(node -> replies.add(reply(node)));
        return replies;
    }

    private static Reply reply(JsonNode node) {
        var words = node.path("t").asText();
        var details = node.path("d");
        return switch (node.path("k").asText()) {
            case "cards" -> cards(words, details);
            case "media" -> new Reply.Media(words, kind(text(details, 0)), text(details, 1), text(details, 2));
            case "place" ->
                new Reply.Place(
                        words,
                        details.path(0).asDouble(),
                        details.path(1).asDouble(),
                        text(details, 2),
                        text(details, 3));
            case "tpl" -> TemplateJson.read(words, node);
            case "form" -> new Reply.Form(words, text(details, 0), text(details, 1), text(details, 2));
            default -> said(words, node.path("c"));
        };
    }

    private static Reply cards(String words, JsonNode details) {
        return details.isEmpty() || details.size() > Reply.Cards.MOST
                ? new Reply.Text(words)
                : new Reply.Cards(
                        words, details.valueStream().map(ReplyJson::card).toList());
    }

    private static Reply said(String words, JsonNode choices) {
        var options = choices.valueStream()
                .map(o -> new Option(text(o, 0), text(o, 1)))
                .toList();
        return options.isEmpty() ? new Reply.Text(words) : new Reply.Choices(words, options);
    }

    private static Card card(JsonNode node) {
        return new Card(
                node.path("t").asText("…"),
                node.path("s").asText(),
                node.path("i").asText(),
                node.path("b").valueStream().map(ReplyJson::button).toList());
    }

    private static Button button(JsonNode node) {
        return node.size() > 2 ? new Link(text(node, 1), text(node, 0)) : new Option(text(node, 0), text(node, 1));
    }

    /** A file, if this version does not know the kind. */
    static MediaKind kind(String name) {
        return Arrays.stream(MediaKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(MediaKind.FILE);
    }

    private static String text(JsonNode list, int index) {
        return list.path(index).asText();
    }
}
