package dev.shopbell.channels.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.Words;
import dev.shopbell.conversation.Button;
import dev.shopbell.conversation.Card;
import dev.shopbell.conversation.Link;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes replies as Telegram's methods. Source: core.telegram.org/bots/api: sendMessage (4,096 characters), sendPhoto and its like
 * (by URL, caption 1,024), sendVenue, InlineKeyboardButton (callback_data 64 bytes).
 */
final class TelegramMessage {

    private static final int TEXT_LIMIT = 4096;
    private static final int CAPTION_LIMIT = 1024;
    private static final int DATA_LIMIT_BYTES = 64;

    private final String chat;
    private final List<Call> calls = new ArrayList<>();

    /** One method with its parameters. */
    record Call(String method, ObjectNode body) {}

    private TelegramMessage(String chat) {
        this.chat = chat;
    }

    /** The calls that say the reply, in order. */
    static List<Call> write(ReplyId id, Reply reply) {
        var message = new TelegramMessage(id.conversation().person());
        message.write(reply);
        return message.calls;
    }

    /** The call that shows that somebody writes. */
    static Call writing(String chat) {
        var body = Fields.JSON.createObjectNode().put("chat_id", chat);
        return new Call("sendChatAction", body.put("action", "typing"));
    }

    private void write(Reply reply) {
        switch (reply) {
            case Reply.Text text -> texts(text.text());
            case Reply.Template template -> write(template.inOwnWords());
            case Reply.Choices choices -> choices(choices);
            case Reply.Cards cards -> cards(cards);
            case Reply.Media media -> media(media);
            case Reply.Place place -> place(place);
            case Reply.Form form -> form(form);
        }
    }

    private void texts(String text) {
        if (!text.isBlank()) {
            Words.split(text, TEXT_LIMIT).forEach(part -> add("sendMessage").put("text", part));
        }
    }

    private void choices(Reply.Choices reply) {
        if (!canBePressed(reply.options()) || reply.text().isBlank()) {
            texts(Words.said(reply));
            return;
        }
        texts(reply.text());
        buttons(calls.getLast().body(), reply.options());
    }

    private void cards(Reply.Cards reply) {
        if (!reply.cards().stream()
                .allMatch(card -> canBePressed(card.options()) && words(card).length() <= CAPTION_LIMIT)) {
            texts(Words.said(reply));
            return;
        }
        texts(reply.text());
        for (var card : reply.cards()) {
            var body = card.image().isEmpty()
                    ? add("sendMessage").put("text", words(card))
                    : add("sendPhoto").put("photo", card.image()).put("caption", words(card));
            buttons(body, card.buttons());
        }
    }

    private static String words(Card card) {
        return card.subtitle().isEmpty() ? card.title() : card.title() + "\n" + card.subtitle();
    }

    private void media(Reply.Media media) {
        var fits = media.text().length() <= CAPTION_LIMIT;
        if (!fits) {
            texts(media.text());
        }
        var body =
                switch (media.kind()) {
                    case IMAGE -> add("sendPhoto").put("photo", media.url());
                    case VIDEO -> add("sendVideo").put("video", media.url());
                    case AUDIO -> add("sendAudio").put("audio", media.url());
                    case FILE -> add("sendDocument").put("document", media.url());
                };
        if (fits && !media.text().isBlank()) {
            body.put("caption", media.text());
        }
    }

    private void place(Reply.Place place) {
        texts(place.text());
        if (place.name().isBlank() || place.address().isBlank()) {
            add("sendLocation").put("latitude", place.latitude()).put("longitude", place.longitude());
            return;
        }
        add("sendVenue")
                .put("latitude", place.latitude())
                .put("longitude", place.longitude())
                .put("title", place.name())
                .put("address", place.address());
    }

    private void form(Reply.Form form) {
        if (form.url().isEmpty() || form.text().isBlank()) {
            texts(Words.said(form));
            return;
        }
        texts(form.text());
        buttons(calls.getLast().body(), List.of(new Link(form.title(), form.url())));
    }

    private static boolean canBePressed(List<Option> options) {
        return options.stream()
                .allMatch(option -> !option.title().isBlank()
                        && option.value().getBytes(StandardCharsets.UTF_8).length <= DATA_LIMIT_BYTES);
    }

    /** One below the other: a title is never cut then, however long. */
    private static void buttons(ObjectNode body, List<? extends Button> buttons) {
        if (buttons.isEmpty()) {
            return;
        }
        var rows = body.putObject("reply_markup").putArray("inline_keyboard");
        for (var button : buttons) {
            var node = rows.addArray().addObject().put("text", button.title());
            switch (button) {
                case Option option -> node.put("callback_data", option.value());
                case Link link -> node.put("url", link.url());
            }
        }
    }

    private ObjectNode add(String method) {
        var body = Fields.JSON.createObjectNode().put("chat_id", chat);
        calls.add(new Call(method, body));
        return body;
    }
}
