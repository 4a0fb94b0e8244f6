package dev.shopbell.channels.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.Words;
import dev.shopbell.conversation.Button;
import dev.shopbell.conversation.Link;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What can be pressed on WhatsApp: up to three short choices as buttons; up to ten as a list, whose rows carry a longer title as
 * their description; more or longer ones as numbered words.
 *
 * <p>Source: developers.facebook.com/documentation/business-messaging/whatsapp/messages: interactive-reply-buttons-messages (body
 * 1,024, 3 buttons, title 20, id 256), interactive-list-messages (body 4,096, 10 rows in all sections together, title 24,
 * description 72, id 200, label 20), interactive-cta-url-messages (body 1,024, label 20), interactive-flow-messages (label 20, no
 * emoji).
 */
final class WhatsAppChoices {

    static final int BODY_LIMIT = 1024;
    static final int MOST_BUTTONS = 3;
    static final int MOST_ROWS = 10;
    static final int ROW_LIMIT = 24;
    static final int DESCRIPTION_LIMIT = 72;

    private static final int BUTTON_LIMIT = 20;
    private static final int BUTTON_ID_LIMIT = 256;
    private static final int ROW_ID_LIMIT = 200;

    private WhatsAppChoices() {}

    static List<ObjectNode> write(Reply.Choices reply) {
        var options = reply.options();
        if (reply.text().isBlank()) {
            return WhatsAppMessage.texts(Words.said(reply));
        }
        if (fitButtons(options) && reply.text().length() <= BODY_LIMIT) {
            return WhatsAppMessage.one(buttons(reply.text(), "", options));
        }
        if (fit(options, MOST_ROWS, ROW_LIMIT, ROW_ID_LIMIT)) {
            return afterAllButLast(
                    reply.text(), options.stream().map(WhatsAppChoices::row).toList());
        }
        if (fit(options, MOST_ROWS, DESCRIPTION_LIMIT, ROW_ID_LIMIT)) {
            return afterAllButLast(reply.text(), numberedRows(options));
        }
        return WhatsAppMessage.texts(Words.said(reply));
    }

    /** A row of a list. */
    record Row(String id, String title, String description) {}

    private static Row row(Option option) {
        return new Row(option.value(), option.title(), "");
    }

    /** A cut title might be nonsense; its number is not, and the whole title stands below it. */
    private static List<Row> numberedRows(List<Option> options) {
        return IntStream.range(0, options.size())
                .mapToObj(at -> new Row(
                        options.get(at).value(),
                        Integer.toString(at + 1),
                        options.get(at).title()))
                .toList();
    }

    private static List<ObjectNode> afterAllButLast(String text, List<Row> rows) {
        var texts = Words.split(text, WhatsAppMessage.TEXT_LIMIT);
        var before = WhatsAppMessage.texts(text);
        before.removeLast();
        return WhatsAppMessage.after(before, list(texts.getLast(), rows));
    }

    static boolean fitButtons(List<Option> options) {
        return fit(options, MOST_BUTTONS, BUTTON_LIMIT, BUTTON_ID_LIMIT);
    }

    static boolean fitRows(List<Row> rows) {
        return fit(
                        rows.stream()
                                .map(row -> new Option(row.id(), row.title()))
                                .toList(),
                        MOST_ROWS,
                        ROW_LIMIT,
                        ROW_ID_LIMIT)
                && rows.stream().allMatch(row -> row.description().length() <= DESCRIPTION_LIMIT);
    }

    static boolean fits(Button button) {
        return !button.title().isBlank() && button.title().length() <= BUTTON_LIMIT;
    }

    /** Whether so many options with such titles and ids can be drawn; both must tell one option from the other. */
    private static boolean fit(List<Option> options, int most, int titleLimit, int idLimit) {
        return !options.isEmpty()
                && options.size() <= most
                && options.stream().map(Option::title).distinct().count() == options.size()
                && options.stream().map(Option::value).distinct().count() == options.size()
                && options.stream()
                        .allMatch(option -> !option.title().isBlank()
                                && option.title().length() <= titleLimit
                                && !option.value().isBlank()
                                && option.value().length() <= idLimit);
    }

    /** @param image shown above; empty for none */
    static ObjectNode buttons(String body, String image, List<Option> options) {
        var content = interactive("button", body, image);
        var buttons = content.withObject("interactive").putObject("action").putArray("buttons");
        options.forEach(option -> buttons.addObject()
                .put("type", "reply")
                .putObject("reply")
                .put("id", option.value())
                .put("title", option.title()));
        return content;
    }

    /** @param image shown above; empty for none */
    static ObjectNode link(String body, String image, Link link) {
        var content = interactive("cta_url", body, image);
        content.withObject("interactive")
                .putObject("action")
                .put("name", "cta_url")
                .putObject("parameters")
                .put("display_text", link.title())
                .put("url", link.url());
        return content;
    }

    static ObjectNode list(String body, List<Row> all) {
        var content = interactive("list", body, "");
        // The label that opens the list: a sign, because the reply does not say its language.
        var action = content.withObject("interactive").putObject("action").put("button", "☰");
        var rows = action.putArray("sections").addObject().putArray("rows");
        for (var each : all) {
            var row = rows.addObject().put("id", each.id()).put("title", each.title());
            if (!each.description().isEmpty()) {
                row.put("description", each.description());
            }
        }
        return content;
    }

    static ObjectNode flow(String body, ReplyId id, Reply.Form form) {
        var content = interactive("flow", body, "");
        content.withObject("interactive")
                .putObject("action")
                .put("name", "flow")
                .putObject("parameters")
                .put("flow_message_version", "3")
                .put("flow_token", id.toString())
                .put("flow_id", form.id())
                .put("flow_cta", form.title());
        return content;
    }

    private static ObjectNode interactive(String type, String body, String image) {
        var content = WhatsAppMessage.content("interactive");
        var interactive = content.putObject("interactive").put("type", type);
        if (!image.isEmpty()) {
            header(interactive, image);
        }
        interactive.putObject("body").put("text", body);
        return content;
    }

    static void header(ObjectNode node, String image) {
        node.putObject("header").put("type", "image").putObject("image").put("link", image);
    }
}
