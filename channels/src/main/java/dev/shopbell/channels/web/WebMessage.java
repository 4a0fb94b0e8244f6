package dev.shopbell.channels.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.conversation.Button;
import dev.shopbell.conversation.Card;
import dev.shopbell.conversation.Link;
import dev.shopbell.conversation.MediaKind;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.conversation.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Writes messages as the pages read them, the same for a push and for a list. */
public final class WebMessage {

    private WebMessage() {}

    /** Who speaks the replies of a turn: what was heard from an agent is what the agent says. */
    public static String author(Turn.Speaker speaker) {
        return speaker == Turn.Speaker.AGENT ? "agent" : "bot";
    }

    /**
     * {@code {"id","from","text","choices":[{"value","title"}],"cards":[{"title","subtitle","image","buttons":[…]}],
     * "media":{"kind","url","name"},"place":{"lat","lon","name","address"},"at"}}. A button is a choice
     * {@code {"value","title"}} or a link {@code {"url","title"}}. {@code choices} is always there; everything else that
     * there is nothing of is left out. A form is a card with a link, a template is said in our own words.
     */
    public static void write(ObjectNode message, ReplyId id, String from, Reply said, Instant at) {
        var reply = said instanceof Reply.Template template ? template.inOwnWords() : said;
        message.put("id", id.toString()).put("from", from).put("text", reply.text());
        var choices = message.putArray("choices");
        switch (reply) {
            case Reply.Choices some -> some.options().forEach(option -> write(choices, option));
            case Reply.Cards some -> write(message.putArray("cards"), some.cards());
            case Reply.Form form
            when !form.url().isEmpty() ->
                write(
                        message.putArray("cards"),
                        List.of(new Card(form.title(), "", "", List.of(new Link(form.title(), form.url())))));
            case Reply.Media media -> write(message.putObject("media"), media);
            case Reply.Place place -> write(message.putObject("place"), place);
            case Reply.Text ignored -> {}
            case Reply.Template ignored -> {}
            case Reply.Form ignored -> {}
        }
        message.put("at", at.toString());
    }

    private static void write(ArrayNode list, List<Card> cards) {
        for (var card : cards) {
            var node = list.addObject().put("title", card.title());
            putText(node, "subtitle", card.subtitle());
            putText(node, "image", card.image());
            if (!card.buttons().isEmpty()) {
                var buttons = node.putArray("buttons");
                card.buttons().forEach(button -> write(buttons, button));
            }
        }
    }

    private static void write(ArrayNode list, Button button) {
        switch (button) {
            case Option option -> list.addObject().put("value", option.value()).put("title", option.title());
            case Link link -> list.addObject().put("url", link.url()).put("title", link.title());
        }
    }

    private static void write(ObjectNode node, Reply.Media media) {
        node.put("kind", kind(media.kind())).put("url", media.url());
        putText(node, "name", media.name());
    }

    private static String kind(MediaKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static void write(ObjectNode node, Reply.Place place) {
        node.put("lat", place.latitude()).put("lon", place.longitude());
        putText(node, "name", place.name());
        putText(node, "address", place.address());
    }

    private static void putText(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }
}
