package dev.shopbell.channels.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.Words;
import dev.shopbell.channels.graph.GraphApi;
import dev.shopbell.conversation.Link;
import dev.shopbell.conversation.MediaKind;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes replies as the Cloud API takes them.
 *
 * <p>Source: developers.facebook.com/documentation/business-messaging/whatsapp/messages, one page a type: text-messages (body
 * 4,096), image-, video-, document- and audio-messages (caption 1,024; audio has none), location-messages,
 * interactive-flow-messages. {@link WhatsAppChoices} and {@link WhatsAppCards} have what can be pressed, {@link WhatsAppTemplate}
 * has templates.
 */
final class WhatsAppMessage {

    static final int TEXT_LIMIT = 4096;
    private static final int CAPTION_LIMIT = 1024;

    /** A user who hides the phone number: country, dot, then letters and digits ({@code US.1349…}, {@code US.ENT.118…}). */
    private static final Pattern BUSINESS_SCOPED_ID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]+");

    private WhatsAppMessage() {}

    /** The requests that say the reply, in order. The last carries its id, so that the statuses speak of all of it. */
    static List<ObjectNode> write(ReplyId id, Reply reply) {
        var contents =
                switch (reply) {
                    case Reply.Text text -> texts(text.text());
                    case Reply.Choices choices -> WhatsAppChoices.write(choices);
                    case Reply.Cards cards -> WhatsAppCards.write(cards);
                    case Reply.Media media -> media(media);
                    case Reply.Place place -> after(texts(place.text()), place(place));
                    case Reply.Template template -> one(WhatsAppTemplate.write(id, template));
                    case Reply.Form form -> form(id, form);
                };
        var written = contents.stream()
                .map(content -> request(id).<ObjectNode>setAll(content))
                .toList();
        if (!written.isEmpty()) {
            written.getLast().put("biz_opaque_callback_data", id.toString());
        }
        return written;
    }

    private static ObjectNode request(ReplyId id) {
        var person = id.conversation().person();
        var isScoped = BUSINESS_SCOPED_ID.matcher(person).matches();
        return GraphApi.json()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "individual")
                .put(isScoped ? "recipient" : "to", person);
    }

    /** None for a text without words: a caption may be missing. */
    static List<ObjectNode> texts(String text) {
        var contents = new ArrayList<ObjectNode>();
        if (!text.isBlank()) {
            for (var part : Words.split(text, TEXT_LIMIT)) {
                var content = content("text");
                content.putObject("text").put("preview_url", false).put("body", part);
                contents.add(content);
            }
        }
        return contents;
    }

    static ObjectNode content(String type) {
        return GraphApi.json().put("type", type);
    }

    static List<ObjectNode> one(ObjectNode content) {
        return after(new ArrayList<>(), content);
    }

    static List<ObjectNode> after(List<ObjectNode> before, ObjectNode content) {
        before.add(content);
        return before;
    }

    /** A caption that does not fit goes ahead as a text of its own. */
    static List<ObjectNode> media(Reply.Media media) {
        var fits = media.kind() != MediaKind.AUDIO && media.text().length() <= CAPTION_LIMIT;
        var type =
                switch (media.kind()) {
                    case IMAGE -> "image";
                    case VIDEO -> "video";
                    case AUDIO -> "audio";
                    case FILE -> "document";
                };
        var content = content(type);
        var node = content.putObject(type).put("link", media.url());
        if (fits && !media.text().isBlank()) {
            node.put("caption", media.text());
        }
        if (media.kind() == MediaKind.FILE && !media.name().isBlank()) {
            node.put("filename", media.name());
        }
        return fits ? one(content) : after(texts(media.text()), content);
    }

    private static ObjectNode place(Reply.Place place) {
        var content = content("location");
        var location =
                content.putObject("location").put("latitude", place.latitude()).put("longitude", place.longitude());
        if (!place.name().isBlank()) {
            location.put("name", place.name());
        }
        if (!place.address().isBlank()) {
            location.put("address", place.address());
        }
        return content;
    }

    /** The Flow, which hands back the reply's id with what was filled in; else the page, as a button or as words. */
    private static List<ObjectNode> form(ReplyId id, Reply.Form form) {
        var button = new Link(form.title(), form.url());
        if (!WhatsAppChoices.fits(button) || (form.id().isBlank() && form.url().isBlank())) {
            return texts(Words.said(form));
        }
        var fits = !form.text().isBlank() && form.text().length() <= WhatsAppChoices.BODY_LIMIT;
        var body = fits ? form.text() : form.title();
        var content =
                form.id().isBlank() ? WhatsAppChoices.link(body, "", button) : WhatsAppChoices.flow(body, id, form);
        return fits ? one(content) : after(texts(form.text()), content);
    }
}
