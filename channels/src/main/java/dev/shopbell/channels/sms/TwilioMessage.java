package dev.shopbell.channels.sms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.shopbell.channels.Network;
import dev.shopbell.channels.SmsWords;
import dev.shopbell.conversation.ContentSid;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.MediaKind;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.TemplateFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a reply is at Twilio: words; on WhatsApp files and approved templates, too; as MMS pictures, which exist in North America only
 * (elsewhere Twilio would put an address of its own into the words: ours is better, and cheaper than an MMS that becomes none).
 *
 * <p>Sources: twilio.com/docs/messaging/api/message-resource (Body, MediaUrl, ContentSid, ContentVariables);
 * twilio.com/docs/whatsapp/guidance-whatsapp-media-messages (one file a message, "does not support setting a filename or caption for
 * documents");
 * twilio.com/docs/messaging/guides/accepted-mime-types (pictures are fitted to the phone, nothing else is);
 * twilio.com/docs/content/send-templates-created-with-the-content-template-builder ("Body and MediaUrl should be excluded").
 *
 * @param fields beside those that every message has
 * @param inWords the same in words alone, should Twilio refuse the file; empty where there is none
 */
record TwilioMessage(Map<String, String> fields, List<String> inWords) {

    /** WhatsApp's, which holds behind Twilio, too. */
    private static final int CAPTION_LIMIT = 1024;

    TwilioMessage {
        fields = Map.copyOf(fields);
        inWords = List.copyOf(inWords);
    }

    /** The messages that say the reply, in order. */
    static List<TwilioMessage> write(ConversationId to, Reply reply) {
        return switch (reply) {
            case Reply.Template template
            when Network.isCarried(to) && ContentSid.is(template.name()) -> List.of(template(template));
            case Reply.Template template -> write(to, template.inOwnWords());
            case Reply.Media media when takes(to, media.kind()) -> media(to, media);
            default -> texts(words(to, reply));
        };
    }

    private static boolean takes(ConversationId to, MediaKind kind) {
        return Network.isCarried(to) || (kind == MediaKind.IMAGE && Network.hasMms(to));
    }

    /** A sound and a document have no caption on WhatsApp; there, and where they are too long for one, words go ahead. */
    private static List<TwilioMessage> media(ConversationId to, Reply.Media media) {
        var hasCaption = media.kind() == MediaKind.IMAGE || media.kind() == MediaKind.VIDEO;
        var text = media.text();
        if (!text.isBlank() && hasCaption && text.length() <= CAPTION_LIMIT) {
            var caption = words(to, new Reply.Text(text)).getFirst();
            return List.of(new TwilioMessage(Map.of("Body", caption, "MediaUrl", media.url()), words(to, media)));
        }
        var messages = new ArrayList<TwilioMessage>();
        if (!text.isBlank()) {
            messages.addAll(texts(words(to, new Reply.Text(text))));
        }
        messages.add(new TwilioMessage(Map.of("MediaUrl", media.url()), words(to, media.withText(""))));
        return messages;
    }

    private static List<String> words(ConversationId to, Reply reply) {
        return Network.isCarried(to) ? SmsWords.chatParts(reply) : SmsWords.parts(reply);
    }

    private static List<TwilioMessage> texts(List<String> parts) {
        return parts.stream()
                .map(part -> new TwilioMessage(Map.of("Body", part), List.of()))
                .toList();
    }

    private static TwilioMessage template(Reply.Template template) {
        var variables = variables(template.fields());
        if (variables.isEmpty()) {
            return new TwilioMessage(Map.of("ContentSid", template.name()), List.of());
        }
        var json = JsonNodeFactory.instance.objectNode();
        variables.forEach(json::put);
        return new TwilioMessage(Map.of("ContentSid", template.name(), "ContentVariables", json.toString()), List.of());
    }

    /**
     * By their names, and those without one by their place: the title's words, the body's, then what its buttons take. A picture stays
     * as it was registered.
     */
    private static Map<String, String> variables(TemplateFields fields) {
        var variables = new TreeMap<String, String>();
        if (fields.header() instanceof TemplateFields.Words title) {
            put(variables, title.name(), title.text());
        }
        fields.body().forEach(value -> put(variables, value.name(), value.text()));
        for (var button : fields.buttons()) {
            switch (button) {
                case TemplateFields.Page page when !page.suffix().isEmpty() -> put(variables, "", page.suffix());
                case TemplateFields.Code code -> put(variables, "", code.code());
                case TemplateFields.Page ignored -> {}
                case TemplateFields.Answer ignored -> {}
                case TemplateFields.Flow ignored -> {}
                case TemplateFields.Call ignored -> {}
            }
        }
        return variables;
    }

    private static void put(Map<String, String> variables, String name, String text) {
        var numbered = variables.keySet().stream()
                .filter(key -> Character.isDigit(key.charAt(0)))
                .count();
        variables.put(
                name.isEmpty() ? Long.toString(numbered + 1) : name,
                text.strip().replaceAll("\\s+", " ")); // on one line, as WhatsApp asks of every template
    }
}
