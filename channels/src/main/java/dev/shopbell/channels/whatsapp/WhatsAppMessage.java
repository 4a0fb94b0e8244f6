package dev.shopbell.channels.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.Words;
import dev.shopbell.channels.graph.GraphApi;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes replies as the Cloud API takes them: up to three choices as buttons, up to ten as a list, more or longer ones as
 * numbered text.
 *
 * <p>Source: developers.facebook.com/documentation/business-messaging/whatsapp/messages - text messages (body 4,096),
 * interactive reply buttons (body 1,024, 3 buttons, title 20, id 256), interactive lists (body 4,096, 10 rows, title 24, id
 * 200, label 20).
 */
final class WhatsAppMessage {

    private static final int TEXT_LIMIT = 4096;
    private static final int BUTTONS_BODY_LIMIT = 1024;

    /** A user who hides the phone number: country, dot, then letters and digits ({@code US.1349…}, {@code US.ENT.118…}). */
    private static final Pattern BUSINESS_SCOPED_ID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]+");

    private WhatsAppMessage() {}

    /** The requests that say the reply, in order: more than one only for a text that is too long for one. */
    static List<ObjectNode> write(ReplyId id, Reply reply) {
        var options = reply.choices();
        var bodyLength = reply.text().length();
        if (fits(options, 3, 20, 256) && bodyLength <= BUTTONS_BODY_LIMIT) {
            return List.of(buttons(request(id, "interactive"), reply).put("biz_opaque_callback_data", id.toString()));
        }
        if (fits(options, 10, 24, 200) && bodyLength <= TEXT_LIMIT) {
            return List.of(list(request(id, "interactive"), reply).put("biz_opaque_callback_data", id.toString()));
        }
        var requests = new ArrayList<ObjectNode>();
        for (var part : Words.split(Words.numbered(reply), TEXT_LIMIT)) {
            var request = request(id, "text");
            request.putObject("text").put("preview_url", false).put("body", part);
            requests.add(request);
        }
        // Comes back in the statuses; on the last part, so that they speak of all of it.
        requests.getLast().put("biz_opaque_callback_data", id.toString());
        return requests;
    }

    private static ObjectNode request(ReplyId id, String type) {
        var person = id.conversation().person();
        var isScoped = BUSINESS_SCOPED_ID.matcher(person).matches();
        return GraphApi.json()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "individual")
                .put(isScoped ? "recipient" : "to", person)
                .put("type", type);
    }

    private static ObjectNode buttons(ObjectNode request, Reply reply) {
        var interactive = request.putObject("interactive").put("type", "button");
        interactive.putObject("body").put("text", reply.text());
        var buttons = interactive.putObject("action").putArray("buttons");
        reply.choices().forEach(option -> buttons.addObject()
                .put("type", "reply")
                .putObject("reply")
                .put("id", option.value())
                .put("title", option.title()));
        return request;
    }

    private static ObjectNode list(ObjectNode request, Reply reply) {
        var interactive = request.putObject("interactive").put("type", "list");
        interactive.putObject("body").put("text", reply.text());
        // The label that opens the list: a sign, because the reply does not say its language.
        var action = interactive.putObject("action").put("button", "☰");
        var rows = action.putArray("sections").addObject().putArray("rows");
        reply.choices()
                .forEach(option -> rows.addObject().put("id", option.value()).put("title", option.title()));
        return request;
    }

    /** Whether so many options with such titles and ids can be drawn; both must tell one option from the other. */
    private static boolean fits(List<Option> options, int most, int titleLimit, int idLimit) {
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
}
