package dev.shopbell.channels.messenger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.Words;
import dev.shopbell.channels.graph.GraphApi;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Writes replies as Messenger takes them.
 *
 * <p>Sources: developers.facebook.com/docs/messenger-platform/reference/send-api (text 2,000 characters, metadata 1,000;
 * attachments by URL), .../send-messages/quick-replies (13 of them, title 20, payload 1,000). {@link MessengerTemplate} has the
 * cards, {@link MessengerUtility} what the page has approved.
 */
final class MessengerMessage {

    private static final int TEXT_LIMIT = 2000;
    private static final int MOST_QUICK_REPLIES = 13;
    private static final int TITLE_LIMIT = 20;
    private static final int PAYLOAD_LIMIT = 1000;

    private MessengerMessage() {}

    /** The requests that say the reply, in order. The last carries its id, so that its echo means that all of it was sent. */
    static List<ObjectNode> write(ReplyId id, Reply reply) {
        var messages =
                switch (reply) {
                    case Reply.Text text -> texts(text.text());
                    case Reply.Choices choices -> choices(choices);
                    case Reply.Cards cards
                    when MessengerTemplate.canShow(cards.cards()) ->
                        after(texts(cards.text()), MessengerTemplate.cards(cards.cards()));
                    case Reply.Cards cards -> inWords(cards);
                    case Reply.Media media -> after(texts(media.text()), media(media));
                    case Reply.Place place -> after(texts(place.text()), MessengerTemplate.place(place));
                    case Reply.Form form
                    when MessengerTemplate.canShow(form) ->
                        form.text().length() <= MessengerTemplate.BUTTONS_TEXT_LIMIT
                                ? new ArrayList<>(List.of(MessengerTemplate.button(form.text(), form)))
                                : after(texts(form.text()), MessengerTemplate.button(form.title(), form));
                    case Reply.Form form -> texts(Words.said(form));
                    case Reply.Template template -> new ArrayList<>(List.of(MessengerUtility.write(template)));
                };
        if (messages.isEmpty()) {
            return messages;
        }
        messages.getLast().put("metadata", id.toString());
        var type = reply instanceof Reply.Template ? "UTILITY" : "RESPONSE";
        return messages.stream()
                .map(message -> request(id, type).<ObjectNode>set("message", message))
                .toList();
    }

    /**
     * The same from a person, later than 24 hours after the customer wrote and within seven days. Source:
     * developers.facebook.com/docs/messenger-platform/send-messages/message-tags, "HUMAN_AGENT".
     */
    static List<ObjectNode> writeLate(ReplyId id, Reply reply) {
        var requests = write(id, reply);
        requests.forEach(request -> request.put("messaging_type", "MESSAGE_TAG").put("tag", "HUMAN_AGENT"));
        return requests;
    }

    private static ObjectNode request(ReplyId id, String type) {
        var request = GraphApi.json();
        request.putObject("recipient").put("id", id.conversation().person());
        return request.put("messaging_type", type);
    }

    /** None for a text without words: a caption may be missing. */
    private static List<ObjectNode> texts(String text) {
        var messages = new ArrayList<ObjectNode>();
        if (!text.isBlank()) {
            Words.split(text, TEXT_LIMIT)
                    .forEach(part -> messages.add(GraphApi.json().put("text", part)));
        }
        return messages;
    }

    private static List<ObjectNode> after(List<ObjectNode> before, ObjectNode message) {
        before.add(message);
        return before;
    }

    private static List<ObjectNode> choices(Reply.Choices reply) {
        if (reply.text().isBlank() || !fits(reply.options())) {
            return inWords(reply);
        }
        var messages = texts(reply.text());
        quickReplies(messages.getLast(), reply.options());
        return messages;
    }

    /** In words, the options numbered; the numbers can be pressed if there are not too many, and typed in any case. */
    private static List<ObjectNode> inWords(Reply reply) {
        var messages = texts(Words.said(reply));
        var options = reply.choices();
        var numbers = IntStream.range(0, options.size())
                .mapToObj(at -> new Option(options.get(at).value(), Integer.toString(at + 1)))
                .toList();
        if (!numbers.isEmpty() && fits(numbers)) {
            quickReplies(messages.getLast(), numbers);
        }
        return messages;
    }

    private static void quickReplies(ObjectNode message, List<Option> options) {
        ArrayNode quickReplies = message.putArray("quick_replies");
        options.forEach(option -> quickReplies
                .addObject()
                .put("content_type", "text")
                .put("title", option.title())
                .put("payload", option.value()));
    }

    private static boolean fits(List<Option> options) {
        return options.size() <= MOST_QUICK_REPLIES
                && options.stream().map(Option::title).distinct().count() == options.size()
                && options.stream()
                        .allMatch(option -> !option.title().isBlank()
                                && option.title().length() <= TITLE_LIMIT
                                && option.value().length() <= PAYLOAD_LIMIT);
    }

    private static ObjectNode media(Reply.Media media) {
        var message = GraphApi.json();
        message.putObject("attachment")
                .put("type", media.kind().name().toLowerCase(Locale.ROOT))
                .putObject("payload")
                .put("url", media.url())
                .put("is_reusable", false);
        return message;
    }
}
